package com.partnerbridges.xendit.photo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;

import com.partnerbridges.dev.sandbox.mail.SunkMail;
import com.partnerbridges.dev.testkit.LogCapture;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The e-mail with the gallery, through a real SMTP server. */
@QuarkusTest
class PhotoMailTest extends PhotoBooth {

  private static final Duration PATIENCE = Duration.ofSeconds(5);

  @Test
  void theGalleryGoesOutAtOnce() {
    add(PHOTO, "https://photos.example.com/2.jpg?a=1&b=2");

    send(Map.of())
        .then()
        .statusCode(200)
        .body("data.external_id", equalTo(id))
        .body("data.status", equalTo("SENT"))
        .body("data.requested_at", notNullValue())
        .body("data.sent_at", notNullValue());

    SunkMail mail = sink.awaitMail(any -> true, PATIENCE);
    assertThat(mail.to()).isEqualTo(EMAIL);
    assertThat(mail.from()).isEqualTo("photobox@example.com");
    assertThat(mail.subject()).isEqualTo("Your photos from Mall Kelapa");
    assertThat(mail.text())
        .contains("from Mall Kelapa are ready", PHOTO, "https://photos.example.com/2.jpg?a=1&b=2")
        .containsPattern("until \\d{1,2} \\p{Alpha}+ 20\\d\\d,");
    assertThat(mail.html())
        .contains("<a href=\"" + PHOTO + "\">Photo 1</a>")
        .contains("<a href=\"https://photos.example.com/2.jpg?a=1&amp;b=2\">Photo 2</a>");
    gallery(id).then().body("data.email_sent_at", notNullValue());
  }

  @Test
  void aRepetitionSendsNothing() {
    add(PHOTO);
    send(Map.of());

    send(Map.of("email", "other@example.com"))
        .then()
        .statusCode(200)
        .body("data.status", equalTo("SENT"))
        .body("data.email", equalTo(EMAIL));

    assertThat(sink.mails()).hasSize(1);
  }

  @Test
  void manyWhoWantItAtTheSameTimeGetOne() {
    add(PHOTO);

    List<CompletableFuture<Integer>> kiosks = together(8, () -> send(Map.of()).statusCode());

    assertThat(kiosks).allSatisfy(kiosk -> assertThat(kiosk.join()).isEqualTo(200));
    assertThat(sink.mails()).hasSize(1);
  }

  @Test
  void onPurposeItGoesOutAgain() {
    add(PHOTO);
    send(Map.of());

    send(Map.of("again", true, "email", "other@example.com"))
        .then()
        .body("data.status", equalTo("SENT"))
        .body("data.email", equalTo("other@example.com"));

    assertThat(sink.mails()).extracting(SunkMail::to).containsExactly("other@example.com", EMAIL);
    assertThat(text("select tr_email from transactions")).isEqualTo("other@example.com");
  }

  @Test
  void anAddressThatTheTransactionLacksIsKept() {
    run("update transactions set tr_email = null");
    add(PHOTO);
    send(Map.of()).then().statusCode(409).body("details.code", equalTo("NO_EMAIL"));

    send(Map.of("email", EMAIL)).then().body("data.status", equalTo("SENT"));

    assertThat(text("select tr_email from transactions")).isEqualTo(EMAIL);
  }

  @Test
  void withoutPhotosThereIsNothingToSend() {
    send(Map.of()).then().statusCode(409).body("details.code", equalTo("NO_PHOTOS"));

    assertThat(sink.mails()).isEmpty();
  }

  @Test
  void aGalleryThatIsOverIsNotSent() {
    add(PHOTO);
    send(Map.of());
    clock.forward(Duration.ofDays(14));

    send(Map.of("again", true))
        .then()
        .statusCode(409)
        .body("details.code", equalTo("PHOTOS_EXPIRED"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "guest",
        "guest@",
        "guest@example",
        "guest@example..com",
        "guest@-example.com",
        "guest@example.com,other@example.com",
        "Guest <guest@example.com>",
        "guest@example.com\r\nBcc: other@example.com",
        "guest @example.com",
        "güst@example.com"
      })
  void whatIsNoAddressIsRefused(String address) {
    add(PHOTO);

    send(Map.of("email", address))
        .then()
        .statusCode(422)
        .body("details.errors[0].field", equalTo("email"));

    assertThat(sink.mails()).isEmpty();
  }

  @Test
  void aHugeAddressIsRefusedLikeAnyOther() {
    send(Map.of("email", "a@" + "a.".repeat(60_000) + "com")).then().statusCode(422);
  }

  @Test
  void theNameOfAPlaceIsNeitherMarkupNorHeader() {
    run(
        "update master_locations set ml_name = $1",
        "<script>alert('x')</script>\r\nBcc: other@example.com & \"Sons\"");
    add(PHOTO);

    send(Map.of()).then().body("data.status", equalTo("SENT"));

    SunkMail mail = sink.awaitMail(any -> true, PATIENCE);
    assertThat(sink.mails()).hasSize(1);
    assertThat(mail.subject())
        .isEqualTo(
            "Your photos from <script>alert('x')</script>  Bcc: other@example.com & \"Sons\"");
    assertThat(mail.html())
        .doesNotContain("<script>")
        .contains("&lt;script&gt;alert(&#39;x&#39;)&lt;/script&gt;", "&amp; &quot;Sons&quot;");
  }

  @Test
  void whatAnInstanceLeftIsSentWhenItsLeaseIsOver() {
    add(PHOTO);
    run(
        """
        insert into photo_mails (external_id, recipient, again, status, attempts, requested_by,
          requested_at, next_attempt_at)
        values ($1, $2, false, 'QUEUED', 1, 'tester', now(), now() + interval '2 minutes')""",
        id,
        EMAIL);
    assertThat(dueMails()).isZero();
    clock.forward(Duration.ofMinutes(3));

    assertThat(dueMails()).isEqualTo(1);

    assertThat(sink.mails()).hasSize(1);
    send(Map.of()).then().body("data.status", equalTo("SENT"));
    assertThat(dueMails()).isZero();
  }

  @Test
  void instancesThatWakeTogetherSendOnce() {
    add(PHOTO);
    run(
        """
        insert into photo_mails (external_id, recipient, again, status, attempts, requested_by,
          requested_at, next_attempt_at)
        values ($1, $2, false, 'QUEUED', 1, 'tester', now(), now())""",
        id,
        EMAIL);

    List<CompletableFuture<Integer>> instances = together(4, this::dueMails);

    assertThat(instances.stream().mapToInt(CompletableFuture::join).sum()).isEqualTo(1);
    assertThat(sink.mails()).hasSize(1);
  }

  @Test
  void addressesAreNotLogged() {
    add(PHOTO);
    LogCapture log = new LogCapture();

    send(Map.of("email", "secret-guest@example.com"));

    log.close();
    assertThat(log.lines())
        .anyMatch(line -> line.contains("photo mail sent"))
        .noneMatch(line -> line.contains("secret-guest"));
  }
}
