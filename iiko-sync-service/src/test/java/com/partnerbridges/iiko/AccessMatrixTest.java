package com.partnerbridges.iiko;

import static io.restassured.RestAssured.given;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.partnerbridges.iiko.ApiDocument.Operation;
import com.partnerbridges.iiko.access.AccountRole;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.security.GeneralSecurityException;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.Signature;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Everybody on every call that the API's document tells of. */
@QuarkusTest
class AccessMatrixTest extends ServiceTest {

  private static final String TOKEN = "account-token";
  private static final String KEY = "api-key";

  private final List<String> holes = new ArrayList<>();
  private List<Operation> operations;
  private String account;

  @BeforeEach
  void read() {
    operations = new ApiDocument().operations();
    account = newAccount();
  }

  @Test
  void onlyTheDoorForPushesIsPublic() {
    List<String> open =
        operations.stream().filter(it -> it.scheme() == null).map(Operation::path).toList();

    assertThat(open).allMatch(path -> path.startsWith("/webhooks/iiko/"));
  }

  @Test
  void everyPathOfAnAccountAsksForItsToken() {
    assertThat(operations)
        .filteredOn(Operation::isOfAnAccount)
        .hasSizeGreaterThan(10)
        .allMatch(operation -> TOKEN.equals(operation.scheme()));
  }

  @Test
  void nobodyWithoutAGoodTokenComesIn() {
    Map<String, Supplier<RequestSpecification>> strangers =
        Map.of(
            "no token", () -> given().contentType("application/json"),
            "an operator's key", ServiceTest::asOperator,
            "another issuer", () -> bearer(with("iss", "somebody-else")),
            "another audience", () -> bearer(with("aud", "another-service")),
            "an expired token", () -> bearer(with("exp", 1)),
            "another key", () -> bearer(signedByOthers()),
            "no signature", () -> bearer(unsigned()),
            "a token of nobody", () -> bearer(with("sub", null)),
            "no token at all", () -> bearer("gar-bage"));

    strangers.forEach(
        (who, caller) ->
            of(TOKEN).forEach(call -> expect(who, call, caller.get(), answer -> is(answer, 401))));

    assertThat(holes).isEmpty();
  }

  @Test
  void otherPeoplesAccountsAreNotThere() {
    String other = newAccount();

    for (Operation call : of(TOKEN)) {
      if (call.isOfAnAccount()) {
        expect("a foreign admin", call, as(other, ADMIN), answer -> isNowhere(answer));
      }
    }

    assertThat(holes).isEmpty();
  }

  @Test
  void rolesAreAskedFor() {
    for (Operation call : of(TOKEN)) {
      boolean forAdmins = roleFor(call) == AccountRole.ADMIN;
      expect("a member", call, as(account, MEMBER), it -> forAdmins ? is(it, 403) : isIn(it));
      expect("an admin", call, as(account, ADMIN), AccessMatrixTest::isIn);
    }

    assertThat(holes).isEmpty();
  }

  @Test
  void operatorsCallsAreForOperators() {
    for (Operation call : of(KEY)) {
      expect("nobody", call, given().contentType("application/json"), it -> is(it, 401));
      expect(
          "a wrong key",
          call,
          given().header("X-API-Key", "gar-bage").contentType("application/json"),
          it -> is(it, 401));
      expect("an account's admin", call, as(account, ADMIN), it -> is(it, 403));
      expect("an operator", call, asOperator(), AccessMatrixTest::isIn);
    }

    assertThat(holes).isEmpty();
  }

  @Test
  void anAccountsTokenIsNoSchedulers() {
    for (String token : List.of(good(), "gar-bage")) {
      Response answer = bearer(token).post("/internal/jobs/due-work");

      assertThat(is(answer, 401)).as(answer.asString()).isTrue();
    }
  }

  /** Whoever belongs to an account reads all of it but the audit; only admins change anything. */
  private static AccountRole roleFor(Operation call) {
    boolean reads = call.method().equals("GET") && !call.path().endsWith("/audit");
    return reads ? AccountRole.MEMBER : AccountRole.ADMIN;
  }

  private List<Operation> of(String scheme) {
    List<Operation> some =
        operations.stream().filter(operation -> scheme.equals(operation.scheme())).toList();
    assertThat(some).as(scheme).isNotEmpty();
    return some;
  }

  private void expect(
      String who, Operation call, RequestSpecification caller, Function<Response, Boolean> right) {
    Response answer = caller.request(call.method(), call.at(account));
    if (!right.apply(answer)) {
      holes.add(who + " " + call + ": " + answer.statusCode() + " " + answer.asString());
    }
  }

  private static boolean is(Response answer, int status) {
    return answer.statusCode() == status
        && answer.contentType().startsWith("application/problem+json");
  }

  private static boolean isNowhere(Response answer) {
    return is(answer, 404) && answer.path("code").equals("NOT_FOUND");
  }

  /** Whatever it was answered, it was not turned away. */
  private static boolean isIn(Response answer) {
    return answer.statusCode() != 401
        && answer.statusCode() != 403
        && answer.statusCode() < 500
        && !(answer.statusCode() == 404 && isNowhere(answer));
  }

  private String good() {
    return idp.token("ann", Map.of(account, "admin"));
  }

  private String with(String claim, Object value) {
    Map<String, Object> claims = new java.util.HashMap<>();
    claims.put(claim, value);
    return idp.token("ann", Map.of(account, "admin"), claims);
  }

  private String unsigned() {
    String none = encoded("{\"alg\":\"none\",\"typ\":\"JWT\"}".getBytes(UTF_8));
    return none + "." + good().split("\\.")[1] + ".";
  }

  /** The same header and claims. */
  private String signedByOthers() {
    String token = good();
    String signed = token.substring(0, token.lastIndexOf('.'));
    try {
      PrivateKey key = KeyPairGenerator.getInstance("RSA").generateKeyPair().getPrivate();
      Signature signature = Signature.getInstance("SHA256withRSA");
      signature.initSign(key);
      signature.update(signed.getBytes(UTF_8));
      return signed + "." + encoded(signature.sign());
    } catch (GeneralSecurityException broken) {
      throw new IllegalStateException(broken);
    }
  }

  private static String encoded(byte[] bytes) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }
}
