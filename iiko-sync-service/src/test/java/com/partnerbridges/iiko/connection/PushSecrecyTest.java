package com.partnerbridges.iiko.connection;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import com.partnerbridges.dev.testkit.RawHttp;
import com.partnerbridges.iiko.ServiceTest;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;

/** A push's token stands in its address, which metrics tell when nobody takes care. */
@QuarkusTest
class PushSecrecyTest extends ServiceTest {

  private static final String TOKEN = "canary-token-of-a-push";

  @Test
  void noMetricTellsATokenHoweverTheCallIsRefused() {
    given().get("/webhooks/iiko/" + TOKEN).then().statusCode(405);
    RawHttp tooLarge = RawHttp.of("POST /webhooks/iiko/" + TOKEN).with("Content-Length", "70000");
    assertThat(tooLarge.send().status()).isEqualTo(413);
    given().post("/webhooks/iiko/" + TOKEN + "/more").then().statusCode(404);

    String metrics = given().get("/q/metrics").then().statusCode(200).extract().asString();

    assertThat(metrics).contains("http_server_requests").doesNotContain(TOKEN);
  }
}
