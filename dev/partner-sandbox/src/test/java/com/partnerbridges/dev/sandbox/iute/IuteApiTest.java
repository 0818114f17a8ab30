package com.partnerbridges.dev.sandbox.iute;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class IuteApiTest extends IuteRig {
  @Test
  void rawTokenIsAccepted() throws Exception {
    HttpResponse<String> me = iute.me("sandbox-token");

    assertThat(me.statusCode()).isEqualTo(200);
    assertThat(IuteWire.json(me).get("posId").asText()).isEqualTo("sandbox-pos");
    assertThat(IuteWire.json(me).get("products")).isNotEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "Bearer sandbox-token", "other-token"})
  void anyOtherAuthorizationIsRefused(String authorization) throws Exception {
    assertThat(iute.me(authorization).statusCode()).isEqualTo(401);
  }

  @Test
  void newOrderIsPending() throws Exception {
    HttpResponse<String> created = iute.create(IuteWire.order(orderId, CUSTOMER));

    assertThat(created.statusCode()).isEqualTo(200);
    JsonNode answer = IuteWire.json(created);
    assertThat(answer.get("status").asText()).isEqualTo("PENDING");
    assertThat(answer.get("message").asText()).isNotBlank();
    assertThat(answer.get("myiuteCustomer").asBoolean()).isTrue();
    assertThat(answer).hasSize(3);
  }

  @Test
  void postedAgainTheOrderIsUpdated() throws Exception {
    iute.create(IuteWire.order(orderId, CUSTOMER));

    HttpResponse<String> again =
        iute.create(IuteWire.order(orderId, CUSTOMER).replace("120.50", "99.99"));

    assertThat(again.statusCode()).isEqualTo(200);
    assertThat(control.order(orderId).totalAmount()).isEqualByComparingTo("99.99");
    assertThat(control.order(orderId).posts()).isEqualTo(2);
  }

  @Test
  void postedAgainAPaidOrderStaysAsItIs() throws Exception {
    iute.create(IuteWire.order(orderId, CUSTOMER));
    control.approve(orderId);

    HttpResponse<String> again =
        iute.create(IuteWire.order(orderId, CUSTOMER).replace("120.50", "99.99"));

    assertThat(again.statusCode()).isEqualTo(200);
    assertThat(IuteWire.json(again).get("status").asText()).isEqualTo("PAID");
    assertThat(control.order(orderId).totalAmount()).isEqualByComparingTo("120.50");
  }

  @ParameterizedTest
  @CsvSource({"+355691234000, 404", "+355691234001, 200"})
  void unknownCustomerIsToldWithEitherStatus(String phone, int status) throws Exception {
    HttpResponse<String> created = iute.create(IuteWire.order(orderId, phone));

    assertThat(created.statusCode()).isEqualTo(status);
    assertThat(IuteWire.json(created).get("status").asText()).isEqualTo("CUSTOMER_NOT_EXISTS");
    assertThat(IuteWire.json(created).get("myiuteCustomer").asBoolean()).isFalse();
    assertThat(iute.status(orderId).statusCode()).isEqualTo(404);
  }

  @Test
  void refusedPhoneIsA400() throws Exception {
    HttpResponse<String> created = iute.create(IuteWire.order(orderId, "+355691234400"));

    assertThat(created.statusCode()).isEqualTo(400);
  }

  @ParameterizedTest
  @CsvSource({
    "myiutePhone, 0691234567",
    "myiutePhone, +35569A",
    "totalAmount, 0",
    "totalAmount, -1",
    "currency, USD",
    "birthday, 1990-01-31",
    "birthday, 31.02.1990",
    "gender, OTHER",
    "merchant.posIdentifier, ' '",
    "merchant.salesmanIdentifier, ",
    "merchant.userConfirmationUrl, ftp://shop",
    "orderId, ",
  })
  void fieldThatIuteWouldRefuseIsNamed(String field, String value) throws Exception {
    String form = OrderForms.with(orderId, field, value);

    HttpResponse<String> created = iute.create(form);

    assertThat(created.statusCode()).isEqualTo(400);
    assertThat(IuteWire.json(created).get("errors").fieldNames()).toIterable().containsOnly(field);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "{", "null", "[]", "\"x\"", "{} trailing"})
  void whatIsNoOrderIsA400(String body) throws Exception {
    assertThat(iute.create(body).statusCode()).isEqualTo(400);
  }

  @Test
  void statusFollowsTheCustomer() throws Exception {
    iute.create(IuteWire.order(orderId, CUSTOMER));

    control.start(orderId);

    JsonNode status = IuteWire.json(iute.status(orderId));
    assertThat(status.get("orderId").asText()).isEqualTo(orderId);
    assertThat(status.get("status").asText()).isEqualTo("IN_PROGRESS");
    assertThat(status.get("loanDuration").isInt()).isTrue();
  }

  @Test
  void statusCanBeWrittenWithASpace() throws Exception {
    iute.create(IuteWire.order(orderId, CUSTOMER));

    control.start(orderId, new StartOptions(true));

    assertThat(IuteWire.json(iute.status(orderId)).get("status").asText()).isEqualTo("IN PROGRESS");
  }

  @Test
  void unknownOrderIsA404InJson() throws Exception {
    HttpResponse<String> status = iute.status(orderId);

    assertThat(status.statusCode()).isEqualTo(404);
    assertThat(IuteWire.json(status).get("message").asText()).isNotBlank();
  }

  @Test
  void openOrderIsWithdrawn() throws Exception {
    iute.create(IuteWire.order(orderId, CUSTOMER));

    assertThat(iute.withdraw(orderId).statusCode()).isEqualTo(200);

    assertThat(control.order(orderId).status()).isEqualTo(IuteStatus.CANCELLED);
  }

  @Test
  void paidOrderCannotBeWithdrawn() throws Exception {
    iute.create(IuteWire.order(orderId, CUSTOMER));
    control.approve(orderId);

    assertThat(iute.withdraw(orderId).statusCode()).isEqualTo(400);

    assertThat(control.order(orderId).status()).isEqualTo(IuteStatus.PAID);
  }

  @Test
  void unknownOrderCannotBeWithdrawn() throws Exception {
    assertThat(iute.withdraw(orderId).statusCode()).isEqualTo(404);
  }

  @Test
  void clientAwaitsWhatHasNotHappenedYet() throws Exception {
    CompletableFuture<IuteOrder> awaited =
        CompletableFuture.supplyAsync(() -> control.awaitOrder(orderId, Duration.ofSeconds(10)));

    iute.create(IuteWire.order(orderId, CUSTOMER));

    assertThat(awaited.get(10, TimeUnit.SECONDS).orderId()).isEqualTo(orderId);
    assertThat(control.awaitCalls("create", 1, Duration.ofSeconds(10))).hasSize(1);
    assertThatThrownBy(() -> control.awaitCalls("create", 2, Duration.ZERO))
        .isInstanceOf(AssertionError.class);
  }
}
