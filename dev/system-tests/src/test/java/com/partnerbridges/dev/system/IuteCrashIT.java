package com.partnerbridges.dev.system;

import static org.assertj.core.api.Assertions.assertThat;

import com.partnerbridges.dev.sandbox.iute.IuteSandboxClient;
import com.partnerbridges.dev.sandbox.room.Fault;
import com.partnerbridges.dev.stack.ServiceProcess;
import java.net.http.HttpRequest;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** kill -9 of the packaged service. */
class IuteCrashIT {

  private static final int PAYMENTS = 400;

  @Test
  void everyAnswerThatWasGivenIsInTheDatabase() {
    IuteSandboxClient sandbox = Suite.iuteSandbox();
    ServiceProcess service = Suite.iute(1);
    Shop shop = new Shop(service.url());
    List<String> orders = IntStream.range(0, PAYMENTS).mapToObj(i -> Shop.newOrderId()).toList();
    orders.forEach(order -> assertThat(shop.create(order).status()).isEqualTo(200));
    SignedWebhooks webhooks = new SignedWebhooks(sandbox);
    Map<String, HttpRequest> requests = new LinkedHashMap<>();
    orders.forEach(order -> requests.put(order, webhooks.confirmation(service.url(), order)));

    AtomicInteger answered = new AtomicInteger();
    // so that most are still to come when it dies, however quick it is
    Semaphore atOnce = new Semaphore(PAYMENTS / 8);
    Map<String, CompletableFuture<Integer>> burst = new LinkedHashMap<>();
    requests.forEach(
        (order, request) -> {
          atOnce.acquireUninterruptibly();
          burst.put(
              order,
              SignedWebhooks.send(request)
                  .thenApply(
                      status -> {
                        if (status == 200 && answered.incrementAndGet() == PAYMENTS / 4) {
                          service.kill9();
                        }
                        return status;
                      })
                  .whenComplete((status, failure) -> atOnce.release()));
        });
    Set<String> confirmed = new TreeSet<>();
    burst.forEach(
        (order, status) -> {
          if (status.join() == 200) {
            confirmed.add(order);
          }
        });

    assertThat(confirmed).hasSizeBetween(PAYMENTS / 4, PAYMENTS - 1);
    assertThat(paid()).containsAll(confirmed);

    service.start();
    requests
        .values()
        .forEach(request -> assertThat(SignedWebhooks.send(request).join()).isEqualTo(200));

    assertThat(paid()).containsAll(orders);
    assertThat(
            Suite.query(
                "select order_id from iute.payment_event where to_status = 'PAID'"
                    + " group by order_id having count(*) > 1"))
        .isEmpty();
  }

  @Test
  void aPaymentWhoseInstanceDiedInTheCreateCallIsSettledByAnother() {
    IuteSandboxClient sandbox = Suite.iuteSandbox();
    ServiceProcess service = Suite.iute(1);
    Suite.iute(2);
    String order = Shop.newOrderId();
    sandbox.setFault("create", Fault.slow(Duration.ofSeconds(3)).times(1));
    CompletableFuture<Http.Answer> lost = new Shop(service.url()).createLater(order);
    Suite.await(
        "row of the payment",
        () ->
            Suite.query("select status from iute.payment where order_id = '" + order + "'")
                .equals(List.of("CREATED")));

    service.kill9();

    assertThat(lost.join().status()).isZero();
    Suite.await(
        "the other instance posts the order",
        () ->
            Suite.query("select status from iute.payment where order_id = '" + order + "'")
                .equals(List.of("PENDING")));
    assertThat(sandbox.order(order).orderId()).isEqualTo(order);
  }

  @Test
  void whatHasBegunIsFinishedBeforeAStop() {
    IuteSandboxClient sandbox = Suite.iuteSandbox();
    ServiceProcess service = Suite.iute(1);
    String order = Shop.newOrderId();
    sandbox.setFault("create", Fault.slow(Duration.ofSeconds(2)).times(1));
    CompletableFuture<Http.Answer> begun = new Shop(service.url()).createLater(order);
    Suite.await(
        "row of the payment",
        () ->
            !Suite.query("select 1 from iute.payment where order_id = '" + order + "'").isEmpty());

    service.stop();

    assertThat(begun.join().status()).isEqualTo(200);
  }

  private static List<String> paid() {
    return Suite.query("select order_id from iute.payment where status = 'PAID'");
  }
}
