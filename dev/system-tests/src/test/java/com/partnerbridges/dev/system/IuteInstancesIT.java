package com.partnerbridges.dev.system;

import static org.assertj.core.api.Assertions.assertThat;

import com.partnerbridges.dev.sandbox.iute.IuteSandboxClient;
import com.partnerbridges.dev.sandbox.iute.WebhookOptions;
import java.net.URI;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Two instances on one database. */
class IuteInstancesIT {

  private IuteSandboxClient sandbox;
  private URI first;
  private URI second;

  @BeforeEach
  void startBoth() {
    sandbox = Suite.iuteSandbox();
    first = Suite.iute(1).url();
    second = Suite.iute(2).url();
  }

  @Test
  void oneOrderAtBothIsOnePayment() {
    String order = Shop.newOrderId();

    List<Integer> answers =
        IntStream.range(0, 40)
            .mapToObj(i -> new Shop(i % 2 == 0 ? first : second).createLater(order))
            .toList()
            .stream()
            .map(answer -> answer.join().status())
            .toList();

    assertThat(answers).containsOnly(200);
    assertThat(Suite.query("select order_id from iute.payment where order_id = '" + order + "'"))
        .hasSize(1);
  }

  @Test
  void oneWebhookAtBothHasOneEffect() {
    String order = Shop.newOrderId();
    new Shop(first).create(order);
    SignedWebhooks webhooks = new SignedWebhooks(sandbox);

    List<Integer> answers =
        IntStream.range(0, 40)
            .mapToObj(i -> webhooks.confirmation(i % 2 == 0 ? first : second, order))
            .map(SignedWebhooks::send)
            .toList()
            .stream()
            .map(CompletableFuture::join)
            .toList();

    assertThat(answers).containsOnly(200);
    assertThat(Suite.query("select copies from iute.delivery where order_id = '" + order + "'"))
        .containsExactly("40");
    assertThat(history(order)).containsExactly("CREATED", "PENDING", "PAID");
  }

  @Test
  void aQuestionHeldAtOneSeesTheWebhookAtTheOther() {
    String order = Shop.newOrderId();
    new Shop(second).create(order);
    CompletableFuture<Http.Answer> held = new Shop(second).statusLater(order, 25);

    SignedWebhooks.send(new SignedWebhooks(sandbox).confirmation(first, order)).join();

    assertThat(held.join().json().path("status").asText()).isEqualTo("PAID");
  }

  @Test
  void whatNoWebhookSettledIsSettledOnce() {
    List<String> orders = Stream.generate(Shop::newOrderId).limit(100).toList();
    orders.forEach(order -> new Shop(first).create(order));
    orders.forEach(order -> sandbox.approve(order, WebhookOptions.FAITHFUL.asLost()));

    Suite.await(
        "all are paid",
        () ->
            Suite.query("select order_id from iute.payment where status = 'PAID'")
                .containsAll(orders));

    assertThat(
            Suite.query(
                "select count(*) from iute.payment_event where to_status = 'PAID' and order_id in ('"
                    + String.join("','", orders)
                    + "')"))
        .containsExactly("100");
  }

  private static List<String> history(String order) {
    return Suite.query(
        "select to_status from iute.payment_event where order_id = '" + order + "' order by id");
  }
}
