package com.partnerbridges.iute.payment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import com.partnerbridges.iute.ServiceTest;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import org.junit.jupiter.api.Test;

@QuarkusTest
class OfficeTest extends ServiceTest {

  @Test
  void theListIsNewestFirstAndPaged() {
    String first = pending();
    clock.forward(Duration.ofMinutes(1));
    String second = pending();

    as(READER)
        .get("/payments?limit=1")
        .then()
        .statusCode(200)
        .body("total", equalTo(2))
        .body("limit", equalTo(1))
        .body("items.orderId", equalTo(java.util.List.of(second)));
    as(READER)
        .get("/payments?skip=1&limit=1")
        .then()
        .body("skip", equalTo(1))
        .body("items.orderId", equalTo(java.util.List.of(first)));
  }

  @Test
  void filtersNarrowTheListTogether() {
    String paid = pending();
    iute.approve(paid);
    pending();
    Map<String, Object> other = wish(newOrderId());
    other.put("salesmanIdentifier", "somebody-else");
    create(other).then().statusCode(200);

    as(READER)
        .get("/payments?status=PAID&salesman=salesman-7")
        .then()
        .body("total", equalTo(1))
        .body("items[0].orderId", equalTo(paid));
    as(READER).get("/payments?salesman=somebody-else").then().body("items", hasSize(1));
    as(READER).get("/payments?status=PAID&salesman=somebody-else").then().body("total", equalTo(0));
  }

  @Test
  void fromIsIncludedAndToIsNot() {
    pending();
    String created = as(READER).get("/payments").path("items[0].createdAt");
    String next = java.time.Instant.parse(created).plus(1, ChronoUnit.MICROS).toString();

    as(READER).get("/payments?from=" + created).then().body("total", equalTo(1));
    as(READER).get("/payments?to=" + created).then().body("total", equalTo(0));
    as(READER).get("/payments?to=" + next).then().body("total", equalTo(1));
  }

  @Test
  void theCustomersPhoneIsMasked() {
    String orderId = pending();

    String whole = as(READER).get("/payments/{id}", orderId).asString();

    assertThat(whole).contains("+355").doesNotContain(PHONE);
  }

  @Test
  void anUnknownPaymentIsNotThere() {
    as(READER)
        .get("/payments/nothing")
        .then()
        .statusCode(404)
        .body("code", equalTo("PAYMENT_NOT_FOUND"));
  }
}
