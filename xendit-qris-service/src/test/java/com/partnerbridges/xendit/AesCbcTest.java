package com.partnerbridges.xendit;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.partnerbridges.shared.edge.Secret;
import java.security.GeneralSecurityException;
import org.junit.jupiter.api.Test;

class AesCbcTest {

  private static final String KEY = "0123456789abcdef0123456789abcdef";
  private static final String IV = "0123456789abcdef";

  /** Made with: printf 'kiosk' | openssl enc -aes-256-cbc -a -K … -iv … */
  private static final String KNOWN = "e6w1DBEigSwRJyHa1Q0drQ==";

  /** The same with key and vector "short", padded with NUL. */
  private static final String KNOWN_SHORT = "xKlmhTOUl1qhH5MsNvh44Q==";

  @Test
  void encryptsAsOthersDo() {
    assertThat(cipher(KEY, IV).encrypt("kiosk".getBytes(UTF_8))).isEqualTo(KNOWN);
  }

  @Test
  void decryptsWhatOthersEncrypted() throws Exception {
    assertThat(cipher(KEY, IV).decrypt(KNOWN)).asString(UTF_8).isEqualTo("kiosk");
  }

  @Test
  void shortTextsArePadded() {
    assertThat(cipher("short", "short").encrypt("kiosk".getBytes(UTF_8))).isEqualTo(KNOWN_SHORT);
  }

  @Test
  void longTextsAreCut() {
    assertThat(cipher(KEY + "more", IV + "more").encrypt("kiosk".getBytes(UTF_8))).isEqualTo(KNOWN);
  }

  @Test
  void anotherKeyDoesNotOpenIt() {
    assertThatThrownBy(() -> cipher("another", IV).decrypt(KNOWN))
        .isInstanceOf(GeneralSecurityException.class);
  }

  private static AesCbc cipher(String key, String iv) {
    return new AesCbc(Secret.of(key), Secret.of(iv));
  }
}
