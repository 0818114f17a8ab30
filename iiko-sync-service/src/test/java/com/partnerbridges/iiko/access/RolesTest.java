package com.partnerbridges.iiko.access;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import com.partnerbridges.iiko.ServiceTest;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.specification.RequestSpecification;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

/** Every call that the API's document names, by everybody who is there. */
@QuarkusTest
class RolesTest extends ServiceTest {

  /** Looking is for members, changing for admins; what else is for admins only is named here. */
  private static final Set<String> ADMINS_LOOK = Set.of("/audit");

  /** What nobody has to sign in for: a token is in the address. */
  private static final Set<String> OPEN = Set.of("/webhooks/iiko/{token}");

  private static final Supplier<RequestSpecification> NOBODY =
      () -> given().contentType("application/json");

  private final String mine = newAccount();
  private final String foreign = newAccount();

  /** A call of the document. */
  private record Call(String method, String path, boolean forAccount, boolean forOperators) {

    boolean isForAdmins() {
      return !method.equals("GET") || ADMINS_LOOK.stream().anyMatch(path::endsWith);
    }

    int by(RequestSpecification who, String account) {
      String url = path.replace("{account_id}", account).replaceAll("\\{[^}]*}", "1");
      return who.request(method, url).statusCode();
    }
  }

  @Test
  void everyCallIsForAnAccountOrForOperatorsOrKnownToBeOpen() {
    for (Call call : calls()) {
      assertThat(call.forAccount() ^ call.forOperators() || OPEN.contains(call.path()))
          .as(call.toString())
          .isTrue();
      assertThat(call.forAccount())
          .as(call.toString())
          .isEqualTo(call.path().contains("{account_id}"));
    }
  }

  @Test
  void nobodyAndStrangersAreKeptOut() {
    for (Call call : calls()) {
      if (call.forAccount()) {
        assertThat(call.by(NOBODY.get(), mine)).as("nobody: " + call).isEqualTo(401);
        assertThat(call.by(bearer("x.y.z"), mine)).as("bad token: " + call).isEqualTo(401);
        assertThat(call.by(asOperator(), mine)).as("operator: " + call).isEqualTo(401);
        assertThat(call.by(as(mine, ADMIN), foreign)).as("foreign: " + call).isEqualTo(404);
      } else if (call.forOperators()) {
        assertThat(call.by(NOBODY.get(), mine)).as("nobody: " + call).isEqualTo(401);
        assertThat(call.by(as(mine, ADMIN), mine)).as("admin: " + call).isEqualTo(403);
      }
    }
  }

  @Test
  void membersLookAndAdminsChange() {
    for (Call call : calls()) {
      if (call.forAccount()) {
        int member = call.by(as(mine, MEMBER), mine);
        if (call.isForAdmins()) {
          assertThat(member).as("member: " + call).isEqualTo(403);
        } else {
          assertThat(member).as("member: " + call).isNotIn(401, 403, 500);
        }
        assertThat(call.by(as(mine, ADMIN), mine)).as("admin: " + call).isNotIn(401, 403, 500);
      }
    }
  }

  private static List<Call> calls() {
    Map<String, Map<String, Map<String, Object>>> paths =
        RestAssured.get("/q/openapi?format=json").jsonPath().get("paths");
    List<Call> calls = new ArrayList<>();
    paths.forEach(
        (path, operations) ->
            operations.forEach(
                (method, operation) -> {
                  String security = String.valueOf(operation.get("security"));
                  if (!path.startsWith("/access-test")) {
                    calls.add(
                        new Call(
                            method.toUpperCase(Locale.ROOT),
                            path,
                            security.contains("account-token"),
                            security.contains("api-key")));
                  }
                }));
    assertThat(calls).hasSizeGreaterThan(8);
    return calls;
  }
}
