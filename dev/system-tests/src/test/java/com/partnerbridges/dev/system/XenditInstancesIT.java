package com.partnerbridges.dev.system;

import static org.assertj.core.api.Assertions.assertThat;

import com.partnerbridges.dev.sandbox.mail.MailSinkClient;
import com.partnerbridges.dev.sandbox.xendit.PayOptions;
import com.partnerbridges.dev.sandbox.xendit.XenditSandboxClient;
import java.net.URI;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Two instances on one database. */
class XenditInstancesIT {

  private XenditSandboxClient sandbox;
  private URI first;
  private URI second;
  private Kiosk kiosk;

  @BeforeEach
  void startBoth() {
    first = Suite.xendit(1).url();
    second = Suite.xendit(2).url();
    sandbox = Suite.xenditSandbox();
    kiosk = new Kiosk(first);
  }

  @Test
  void oneKeyAtBothIsOneTransactionWithOneCode() {
    long location = kiosk.newLocation();
    String key = Kiosk.newKey();

    List<Http.Answer> answers =
        Http.all(
            IntStream.range(0, 40)
                .mapToObj(number -> new Kiosk(either(number)).create(location, key)));

    assertThat(answers).extracting(Http.Answer::status).contains(201).isSubsetOf(201, 409);
    assertThat(answers.stream().map(Kiosk::reference).distinct()).hasSize(1);
    assertThat(sandbox.counter("create").calls()).isEqualTo(1);
  }

  @Test
  void oneWebhookAtBothHasOneEffect() {
    String reference = kiosk.createMany(1).get(0);
    PaidWebhook webhook = PaidWebhook.of(reference);

    List<Http.Answer> answers =
        Http.sendAll(IntStream.range(0, 40).mapToObj(i -> webhook.to(either(i))).toList());

    assertThat(answers).extracting(Http.Answer::status).containsOnly(200);
    assertThat(
            Suite.query(
                "select copies from photobox.webhook_deliveries where external_id = '"
                    + reference
                    + "'"))
        .containsExactly("40");
    assertThat(Books.of(List.of(reference))).containsExactly("COMPLETED PAID");
  }

  @Test
  void onePaymentToldInManyWebhooksAtBothHasOneEffect() {
    String reference = kiosk.createMany(1).get(0);
    String payment = PaidWebhook.of(reference).paymentId();

    List<Http.Answer> answers =
        Http.sendAll(
            IntStream.range(0, 40)
                .mapToObj(i -> PaidWebhook.of(reference, payment).to(either(i)))
                .toList());

    assertThat(answers).extracting(Http.Answer::status).containsOnly(200);
    assertThat(Books.of(List.of(reference))).containsExactly("COMPLETED PAID");
  }

  /** What is not announced is found in a round of two seconds: ten times in a row is no luck. */
  @Test
  void aQuestionHeldAtOneIsAnsweredAtOnceWhenTheWebhookComesToTheOther() {
    List<String> references = kiosk.createMany(10);

    List<HeldQuestion> held =
        references.stream().map(reference -> HeldQuestion.of(reference, first, second)).toList();

    assertThat(held).allMatch(HeldQuestion::isPaidAtOnce);
  }

  @Test
  void expiryAndPaymentRaceToExactlyOneEnd() {
    List<String> references = kiosk.createMany(120);
    List<CompletableFuture<Integer>> told =
        IntStream.range(0, references.size())
            .mapToObj(
                number ->
                    CompletableFuture.supplyAsync(
                        () -> payAndTell(references.get(number), either(number)),
                        CompletableFuture.delayedExecutor(
                            Suite.QRIS_EXPIRY.toMillis() + 25L * number, TimeUnit.MILLISECONDS)))
            .toList();

    assertThat(told).extracting(CompletableFuture::join).containsOnly(200);
    assertThat(Books.of(references))
        .contains("COMPLETED PAID", "EXPIRED PAID LATE_PAYMENT")
        .hasSize(2);
  }

  @Test
  void twoWishesAtOnceAreOneMail() {
    String reference = kiosk.createMany(1).get(0);
    String guest = reference + "@example.com";
    sandbox.pay(reference);
    kiosk.register(reference, "https://photos.example.com/1.jpg");

    List<Http.Answer> answers =
        Http.all(
            IntStream.range(0, 20)
                .mapToObj(number -> new Kiosk(either(number)).sendGallery(reference, guest)));

    assertThat(answers).extracting(Http.Answer::status).containsOnly(200);
    Suite.await("no mail is on its way", () -> mails(reference).equals(List.of("SENT")));
    assertThat(new MailSinkClient(Suite.stack().sandbox().url()).mails())
        .filteredOn(mail -> mail.to().contains(guest))
        .hasSize(1);
  }

  /** Xendit's listing knows of the payment a moment before its webhook comes. */
  private int payAndTell(String reference, URI instance) {
    String payment = sandbox.pay(reference, PayOptions.USUAL.forced().asLost()).paymentId();
    return Http.send(PaidWebhook.of(reference, payment).to(instance)).join().status();
  }

  private URI either(int number) {
    return number % 2 == 0 ? first : second;
  }

  private static List<String> mails(String reference) {
    return Suite.query(
        "select status from photobox.photo_mails where external_id = '" + reference + "'");
  }
}
