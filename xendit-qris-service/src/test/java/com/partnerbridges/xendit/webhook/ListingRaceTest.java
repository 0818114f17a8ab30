package com.partnerbridges.xendit.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import com.partnerbridges.dev.sandbox.xendit.PayOptions;
import com.partnerbridges.dev.testkit.Meanwhile;
import com.partnerbridges.xendit.ServiceTest;
import com.partnerbridges.xendit.webhook.Letter.Says;
import com.partnerbridges.xendit.webhook.Letter.Told;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import java.net.URI;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Xendit is asked for payments while it tells of them. */
@QuarkusTest
class ListingRaceTest extends ServiceTest {

  @Test
  void listingsAndWebhooksOfTheSamePaymentsHaveOneEffectTogether() {
    List<String> right = IntStream.range(0, 30).mapToObj(i -> pending()).toList();
    List<String> wrong = IntStream.range(0, 30).mapToObj(i -> pending()).toList();
    List<Mail> mails =
        Stream.concat(
                right.stream().map(id -> told(id, AMOUNT)),
                wrong.stream().map(id -> told(id, AMOUNT + 1)))
            .flatMap(mail -> Collections.nCopies(3, mail).stream())
            .toList();
    clock.forward(Duration.ofSeconds(61));

    CompletableFuture<?>[] workers =
        IntStream.range(0, 4)
            .mapToObj(i -> Meanwhile.run(ServiceTest::dueWork))
            .toArray(CompletableFuture[]::new);
    new Postmen(URI.create("http://127.0.0.1:" + RestAssured.port + API + "/webhooks/xendit"))
        .deliverAtOnce(mails)
        .join();
    CompletableFuture.allOf(workers).join();

    assertThat(right).allSatisfy(id -> assertThat(status(id)).isEqualTo("COMPLETED"));
    assertThat(wrong).allSatisfy(id -> assertThat(status(id)).isEqualTo("PENDING"));
    assertThat(xendit.calls("payments")).as("listings took part").isNotEmpty();
    assertThat(count("select count(*) from payments")).isEqualTo(60);
    assertThat(count("select count(*) from attention where kind = 'WRONG_AMOUNT'")).isEqualTo(30);
    assertThat(count("select count(*) from attention")).isEqualTo(30);
    assertThat(count("select count(*) from webhook_deliveries where copies = 3")).isEqualTo(60);
  }

  /** Pays at Xendit, whose webhook is lost; another one of the same payment. */
  private Mail told(String id, long amount) {
    String payment = xendit.pay(id, PayOptions.USUAL.amount(amount).asLost()).paymentId();
    Told told = new Told(Says.PAID, "SUCCEEDED", String.valueOf(amount), null);
    return new Mail(Letter.v2(id, payment, told), "webhook-of-" + id, Mail.TOKEN);
  }
}
