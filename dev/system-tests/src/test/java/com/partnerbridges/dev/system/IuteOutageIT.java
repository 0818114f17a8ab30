package com.partnerbridges.dev.system;

import static org.assertj.core.api.Assertions.assertThat;

import com.partnerbridges.dev.sandbox.iute.IuteSandboxClient;
import com.partnerbridges.dev.sandbox.iute.Retry;
import com.partnerbridges.dev.sandbox.iute.WebhookOptions;
import com.partnerbridges.dev.stack.ServiceProcess;
import com.partnerbridges.dev.testkit.Meanwhile;
import java.net.http.HttpRequest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The database and the key go away and come back. */
class IuteOutageIT {

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void aDatabaseThatGoesLosesNothingUnderLoad(boolean killed) {
    IuteSandboxClient sandbox = Suite.iuteSandbox();
    ServiceProcess service = Suite.iute(1);
    Shop shop = new Shop(service.url());
    List<String> orders = Stream.generate(Shop::newOrderId).limit(200).toList();
    orders.forEach(order -> shop.create(order));
    SignedWebhooks webhooks = new SignedWebhooks(sandbox);
    AtomicBoolean over = new AtomicBoolean();
    List<Integer> seen = new ArrayList<>();
    CompletableFuture<Void> load =
        Meanwhile.run(
            () -> {
              for (int i = 0; !over.get(); i++) {
                HttpRequest request =
                    webhooks.confirmation(service.url(), orders.get(i % orders.size()));
                seen.add(SignedWebhooks.send(request).join());
              }
            });
    Suite.await("load has begun", () -> seen.size() > 20);

    if (killed) {
      Suite.stack().postgres().kill9();
    } else {
      Suite.stack().postgres().stop();
    }
    int before = seen.size();
    Suite.await("load goes on without the database", () -> seen.size() > before + 20);
    Suite.stack().postgres().start();
    Suite.await("the service is ready again", service::isReady);
    int after = seen.size();
    Suite.await("every payment had its webhook again", () -> seen.size() > after + 200);
    over.set(true);
    load.join();

    assertThat(seen).as("answers are 200 or 503").isSubsetOf(200, 503).contains(503);
    assertThat(seen.get(seen.size() - 1)).isEqualTo(200);
    assertThat(Suite.query("select order_id from iute.payment where status = 'PAID'"))
        .containsAll(orders);
  }

  @Test
  void aHangingDatabaseIsAwayWithinFiveSeconds() {
    IuteSandboxClient sandbox = Suite.iuteSandbox();
    ServiceProcess service = Suite.iute(1);
    Shop shop = new Shop(service.url());
    String order = Shop.newOrderId();
    shop.create(order);
    HttpRequest request = new SignedWebhooks(sandbox).confirmation(service.url(), order);

    Suite.stack().postgres().freeze();
    long begun = System.nanoTime();
    List<CompletableFuture<Integer>> burst =
        Stream.generate(() -> SignedWebhooks.send(request)).limit(60).toList();
    List<Integer> answers = burst.stream().map(CompletableFuture::join).toList();
    Duration took = Duration.ofNanos(System.nanoTime() - begun);
    Http.Answer status = shop.status(order);
    Suite.stack().postgres().thaw();

    assertThat(answers).containsOnly(503);
    assertThat(took).isLessThan(Duration.ofSeconds(6));
    assertThat(status.status()).isEqualTo(503);
    assertThat(status.json().path("code").asText()).isEqualTo("DATABASE_AWAY");
    Suite.await("redelivered", () -> SignedWebhooks.send(request).join() == 200);
    assertThat(shop.status(order).json().path("status").asText()).isEqualTo("PAID");
  }

  @Test
  void aRotatedKeyLosesNoWebhook() {
    IuteSandboxClient sandbox = Suite.iuteSandbox();
    ServiceProcess service = Suite.iute(1);
    Shop shop = new Shop(service.url());
    List<String> orders = Stream.generate(Shop::newOrderId).limit(30).toList();
    orders.forEach(order -> shop.create(order));
    sandbox.retry(new Retry(100, 1000, true));
    orders.subList(0, 15).forEach(order -> sandbox.approve(order, inBackground()));

    sandbox.rotateKey();
    orders.subList(15, 30).forEach(order -> sandbox.approve(order, inBackground()));

    for (String order : orders) {
      sandbox.awaitDeliveries(
          order,
          all -> all.stream().anyMatch(delivery -> Integer.valueOf(200).equals(delivery.status())),
          Suite.PATIENCE);
      assertThat(shop.status(order).json().path("status").asText()).isEqualTo("PAID");
    }
  }

  private static WebhookOptions inBackground() {
    return WebhookOptions.FAITHFUL.inBackground();
  }
}
