package com.partnerbridges.iiko.credential;

import static com.partnerbridges.iiko.credential.KeyFileProfile.A;
import static com.partnerbridges.iiko.credential.KeyFileProfile.B;
import static com.partnerbridges.iiko.credential.KeyFileProfile.write;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;

import com.partnerbridges.iiko.ServiceTest;
import com.partnerbridges.iiko.credential.CredentialVault.Login;
import com.partnerbridges.iiko.credential.CredentialVault.Sealed;
import com.partnerbridges.shared.edge.Secret;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.ValidatableResponse;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@TestProfile(KeyFileProfile.class)
class RotationTest extends ServiceTest {

  private static final Duration PAST_PAUSE = Duration.ofMinutes(11);

  @Inject CredentialVault vault;
  @Inject Rotation rotation;

  @BeforeEach
  void keyA() {
    write("*" + A);
  }

  @Test
  void aNewPrimaryTakesAllRowsOverAndTheOldKeyMayGo() {
    String account = connected();
    keys().body("primary", equalTo("a")).body("remaining", equalTo(0));

    write(A + ",*" + B);
    keys()
        .body("primary", equalTo("b"))
        .body("remaining", equalTo(1))
        .body(mayGo("a"), equalTo(false));
    dueWork();

    keys()
        .body("remaining", equalTo(0))
        .body(mayGo("a"), equalTo(true))
        .body(mayGo("b"), equalTo(false));
    write("*" + B);
    test(account).statusCode(200);
    as(account, ADMIN)
        .get(at(account, "/audit"))
        .then()
        .body("items.action", hasItem("RE_ENCRYPTED"))
        .body("items.detail", hasItem("b"));
  }

  @Test
  void aRowWhoseKeyIsGoneIsSetAsideUntilItIsBack() {
    String account = connected();
    seed(30);
    dueWork();

    write("*" + B);
    clock.forward(PAST_PAUSE);
    dueWork();

    keys().body("quarantined", equalTo(31)).body("remaining", equalTo(0));
    keys().body("keys.find { it.id == 'a' }.state", equalTo("MISSING"));
    test(account).statusCode(409).body("code", equalTo("CREDENTIALS_UNREADABLE"));
    as(account, MEMBER)
        .get(at(account, "/status"))
        .then()
        .body("credentials", equalTo("KEY_MISSING"));

    write(A + ",*" + B);
    dueWork();

    keys().body("quarantined", equalTo(0)).body("remaining", equalTo(0));
    test(account).statusCode(200);
  }

  @Test
  void whatAnotherInstanceHasTheKeyOfIsNotSetAside() {
    String account = connected();
    String withB = A + ",*" + B;
    String without = "*" + A;
    write(withB);
    dueWork();

    for (String keyset : List.of(without, withB, without)) {
      write(keyset);
      dueWork();
      test(account).statusCode(keyset.equals(withB) ? 200 : 409);
      keys().body("quarantined", equalTo(0));
    }

    as(account, MEMBER).get(at(account, "/status")).then().body("credentials", equalTo("USABLE"));
    assertThat(
            texts(
                "select 1 from credential_audit where action = 'QUARANTINED' and account_id = '%s'"
                    .formatted(account)))
        .isEmpty();
    clock.forward(PAST_PAUSE);
    dueWork();
    keys().body("quarantined", equalTo(1));
  }

  @Test
  void aRowThatIsCopiedToAnotherAccountDoesNotOpenThere() {
    String victim = connected();
    String thief = connected();
    pool.preparedQuery(
            "update connection set (username_sealed, password_sealed) = (select username_sealed,"
                + " password_sealed from connection where account_id = $1) where account_id = $2")
        .executeAndAwait(Tuple.of(victim, thief));

    test(thief).statusCode(409).body("code", equalTo("CREDENTIALS_UNREADABLE"));

    assertThat(server(thief).use().logins()).isEqualTo(1);
    keys().body("damaged", equalTo(1));
  }

  @Test
  void aDamagedRowHoldsUpNoOther() {
    List<String> accounts = seed(25);
    pool.preparedQuery(
            "update connection set password_sealed = username_sealed where account_id = any($1)")
        .executeAndAwait(Tuple.of(accounts.subList(0, 12).toArray(String[]::new)));

    write(A + ",*" + B);
    dueWork();

    keys().body("remaining", equalTo(0)).body("damaged", equalTo(12));
    assertThat(text("select count(*) from connection where key_id = 'b'")).isEqualTo("13");
  }

  @Test
  void aBatchIsABatchAndTheNextOneGoesOn() {
    seed(25);
    write(A + ",*" + B);

    rotation.workOff().await().indefinitely();
    keys().body("remaining", equalTo(15));
    rotation.workOff().await().indefinitely();
    keys().body("remaining", equalTo(5));
    rotation.workOff().await().indefinitely();
    keys().body("remaining", equalTo(0));
  }

  @Test
  void instancesThatDisagreeDoNotUndoEachOtherAtOnce() {
    seed(5);
    write(A + ",*" + B);
    dueWork();

    write("*" + A + "," + B);
    dueWork();
    keys().body("remaining", equalTo(5));

    clock.forward(PAST_PAUSE);
    dueWork();
    keys().body("remaining", equalTo(0));
  }

  @Test
  void aBrokenEditKeepsTheLastGoodKeysAndIsShown() {
    String account = connected();

    write("*" + A + ",b:short");

    test(account).statusCode(200);
    keys()
        .body("primary", equalTo("a"))
        .body("file_error", equalTo("Keyset entry 2: the key is not Base64"));
    write("*" + A);
    keys().body("file_error", equalTo(null));
  }

  @Test
  void whileKeysChangeNoReadFails() {
    List<String> accounts = seed(200);
    AtomicBoolean done = new AtomicBoolean();
    AtomicLong reads = new AtomicLong();
    List<CompletableFuture<Void>> readers =
        IntStream.range(0, 4)
            .mapToObj(
                nr ->
                    CompletableFuture.runAsync(
                        () -> {
                          for (int i = nr; !done.get(); i += 7) {
                            read(accounts.get(i % accounts.size()));
                            reads.incrementAndGet();
                          }
                        }))
            .toList();

    for (String keyset : List.of(A + ",*" + B, "*" + A + "," + B, A + ",*" + B)) {
      write(keyset);
      clock.forward(PAST_PAUSE);
      Stream.of(1, 2, 3)
          .map(instance -> CompletableFuture.runAsync(ServiceTest::dueWork))
          .toList()
          .forEach(CompletableFuture::join);
      keys().body("remaining", equalTo(0));
    }

    done.set(true);
    readers.forEach(CompletableFuture::join);
    assertThat(reads.get()).isGreaterThan(accounts.size());
    // one line for each row and change, however many instances were at it
    assertThat(
            text(
                "select count(*) from credential_audit where action = 'RE_ENCRYPTED' and account_id"
                    + " in (select account_id from connection)"))
        .isEqualTo("600");
  }

  private void read(String account) {
    Row row =
        pool.preparedQuery(
                "select username_sealed, password_sealed from connection where account_id = $1")
            .executeAndAwait(Tuple.of(account))
            .iterator()
            .next();
    Login login = vault.open(account, row.getString(0), row.getString(1));
    assertThat(login.password().value()).isEqualTo("password of " + account);
  }

  private List<String> seed(int number) {
    List<String> accounts = IntStream.range(0, number).mapToObj(nr -> newAccount()).toList();
    for (String account : accounts) {
      Sealed login =
          vault.seal(account, new Login(Secret.of("name"), Secret.of("password of " + account)));
      pool.preparedQuery(
              "insert into connection (account_id, base_url, username_sealed, password_sealed,"
                  + " key_id, created_at) values ($1, 'https://example.com', $2, $3, $4, now())")
          .executeAndAwait(Tuple.of(account, login.username(), login.password(), login.keyId()));
    }
    return accounts;
  }

  private ValidatableResponse test(String account) {
    return as(account, ADMIN).post(at(account, "/test")).then();
  }

  private static String mayGo(String key) {
    return "keys.find { it.id == '%s' }.may_go".formatted(key);
  }

  private static ValidatableResponse keys() {
    return asOperator().get("/api/v1/credential-keys").then().statusCode(200);
  }
}
