package com.partnerbridges.shared.edge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullAndEmptySource;
import org.junit.jupiter.params.provider.ValueSource;

class ApiKeysTest {
  private static final String HASH = sha256("key-1");

  @Test
  void knownKeyIsItsCaller() {
    ApiKeys keys = ApiKeys.parse("till-1:pos:" + HASH);

    Optional<Caller> caller = keys.authenticate("key-1");

    assertThat(caller).contains(new Caller("till-1", Set.of("pos")));
  }

  @Test
  void severalKeysOfANameAreAcceptedDuringRotation() {
    ApiKeys keys = ApiKeys.parse("till-1:pos:" + HASH + ",till-1:pos:" + sha256("key-2"));

    assertThat(keys.authenticate("key-1")).isEqualTo(keys.authenticate("key-2")).isPresent();
  }

  @Test
  void keyHasTheRolesOfAllItsEntries() {
    ApiKeys keys = ApiKeys.parse("office:reader:" + HASH + ", office:operator:" + HASH);

    Optional<Caller> caller = keys.authenticate("key-1");

    assertThat(caller).contains(new Caller("office", Set.of("reader", "operator")));
  }

  @Test
  void hashMayBeInCapitals() {
    ApiKeys keys = ApiKeys.parse("till-1:pos:" + HASH.toUpperCase(Locale.ROOT));

    assertThat(keys.authenticate("key-1")).isPresent();
  }

  @ParameterizedTest
  @NullAndEmptySource
  @ValueSource(strings = {"key-2", "key-1 ", "KEY-1", "till-1"})
  void otherKeyIsNobody(String presented) {
    ApiKeys keys = ApiKeys.parse("till-1:pos:" + HASH);

    assertThat(keys.authenticate(presented)).isEmpty();
  }

  @Test
  void hashItselfIsNoKey() {
    ApiKeys keys = ApiKeys.parse("till-1:pos:" + HASH);

    assertThat(keys.authenticate(HASH)).isEmpty();
  }

  @Test
  void keyOfMoreThan512CharactersIsNobody() {
    String longKey = "k".repeat(513);
    ApiKeys keys = ApiKeys.parse("till-1:pos:" + sha256(longKey));

    assertThat(keys.authenticate(longKey)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "till-1",
        "till-1:pos",
        "till-1:pos:HASH:more",
        "till-1:pos:HASH,",
        ":pos:HASH",
        "till-1::HASH",
        "till-1:pos:",
        "till-1:pos:abc",
        "till-1:pos:xHASH",
        "till 1:pos:HASH",
        "a:pos:HASH,b:pos:HASH",
      })
  void malformedEntryIsRefusedWithoutItsHash(String text) {
    String setting = text.replace("HASH", HASH);

    assertThatThrownBy(() -> ApiKeys.parse(setting))
        .isInstanceOf(UnusableSetting.class)
        .hasMessageContaining("entry ")
        .message()
        .doesNotContain(HASH);
  }

  @Test
  void refusalTellsTheEntryByNumberAndName() {
    String setting = "till-1:pos:" + HASH + ",till-2:pos:short";

    assertThatThrownBy(() -> ApiKeys.parse(setting))
        .hasMessage(
            "cannot be used: entry 2 of the API keys (till-2) has no SHA-256 of 64 hex digits");
  }

  @Test
  void textShowsNoHash() {
    ApiKeys keys = ApiKeys.parse("till-1:pos:" + HASH);

    assertThat(keys).hasToString("[till-1:pos]");
  }

  private static String sha256(String key) {
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256").digest(key.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(digest);
    } catch (java.security.NoSuchAlgorithmException impossible) {
      throw new AssertionError(impossible);
    }
  }
}
