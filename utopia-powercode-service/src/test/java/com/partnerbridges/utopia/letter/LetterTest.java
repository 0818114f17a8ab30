package com.partnerbridges.utopia.letter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import com.partnerbridges.dev.sandbox.mail.SunkMail;
import com.partnerbridges.dev.sandbox.room.Fault;
import com.partnerbridges.dev.sandbox.utopia.UtopiaOrder;
import com.partnerbridges.dev.testkit.LogCapture;
import com.partnerbridges.dev.testkit.Meanwhile;
import com.partnerbridges.utopia.ServiceTest;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the office reads, through a real SMTP server. */
@QuarkusTest
class LetterTest extends ServiceTest {

  private static final String HOSTILE = "<script>alert('1')</script>";

  @Inject LetterWork work;

  @BeforeEach
  void emptyTheSink() {
    mails.clear();
  }

  @Test
  void aDoneOrderIsToldWithWhoWhatAndWhere() {
    String ref = received(UtopiaOrder.usual(newRef()).name("Ann", "Lee & Sons").siteid("S-9"));

    SunkMail mail = onlyMail();

    String customer = account(ref).customer().customerId();
    assertThat(mail.from()).isEqualTo("provisioning@example.com");
    assertThat(mail.subject()).isEqualTo("Order " + ref + " is set up in PowerCode");
    assertThat(textOf(mail))
        .contains("Ann Lee & Sons", "UTOPIA site S-9", "- Service 164: done", "- Service 172: done")
        .contains("- Customer: done (" + customer + ")", "- Install ticket: done (")
        .contains("/index.php?q&page=/customers/_view.php&customerid=" + customer + "\n")
        .contains("http://127.0.0.1:", "/orders-board#" + ref)
        .doesNotContain("NOT_FOUND", "null", "<", "By now");
    assertThat(mail.html())
        .contains("<strong>Ann Lee &amp; Sons</strong>")
        .contains("page=/customers/_view.php&amp;customerid=" + customer + "\"")
        .contains("/orders-board#" + ref + "\"")
        .doesNotContain("NOT_FOUND", "null", "By now");
  }

  @Test
  void allWhoAreToldGetTheSameLetterOnce() {
    received();

    dueWork();
    dueWork();
    dueWork();

    assertThat(mails.mails())
        .extracting(SunkMail::to)
        .containsExactlyInAnyOrder("office@example.com", "field@example.com");
    assertThat(text("select state || ' ' || (sent_at is not null) from letter"))
        .isEqualTo("SENT true");
  }

  @Test
  void aStoppedOrderIsToldWithWhatIsWrongAndWhatToDo() {
    String ref = received(UtopiaOrder.usual(newRef()).items("10 Gbps <b>"));

    SunkMail mail = onlyMail();

    assertThat(mail.subject()).isEqualTo("Order " + ref + " has stopped: it needs you");
    assertThat(textOf(mail))
        .contains("What is wrong:\nlookup: ", "10 Gbps <b>", "- Look-up at UTOPIA: failed")
        .contains("Put right what is wrong", "\"Retry\"", "/orders-board#" + ref);
    assertThat(mail.html()).contains("10 Gbps &lt;b&gt;").doesNotContain("<b>");
  }

  @Test
  void anUnclearStepIsToldAsAQuestion() {
    String ref = newRef();
    powercode.setFault("createTicket", Fault.dropAfter());
    received(UtopiaOrder.usual(ref));

    SunkMail mail = onlyMail();

    assertThat(mail.subject()).isEqualTo("Order " + ref + " has stopped: it needs you");
    assertThat(textOf(mail))
        .contains("- Service 172: done", "- Install ticket: not known whether it was done")
        .contains("Look in PowerCode whether the step is there", "The customer in PowerCode:")
        .doesNotContain("Put right what is wrong");
  }

  @Test
  void aDeadOrderIsToldWithTheLastFailure() {
    String ref = received();
    powercode.setFault("readCustomer", Fault.status(503));
    for (int attempt = 0; attempt < 8; attempt++) {
      dueWork();
      clock.forward(PAST_PAUSE);
    }

    SunkMail mail = onlyMail();

    assertThat(mail.subject()).isEqualTo("Order " + ref + " was given up: it needs you");
    assertThat(textOf(mail))
        .contains("tried as often as the settings allow", "503", "whether the partner answers");
  }

  @Test
  void aLetterThatComesLateSaysHowItIsByNow() {
    received(UtopiaOrder.usual(newRef()).items("10 Gbps"));
    dueWork();
    mails.clear();
    pool.query("update orders set state = 'RESOLVED'").executeAndAwait();
    pool.query("update letter set state = 'QUEUED', next_attempt_at = now()").executeAndAwait();

    SunkMail mail = onlyMail();

    assertThat(textOf(mail)).contains("By now it is RESOLVED.");
    assertThat(mail.html()).contains("By now it is RESOLVED.");
  }

  @Test
  void aHostileNameIsNeitherMarkupNorALineOfOurs() {
    received(
        UtopiaOrder.usual(newRef())
            .name(HOSTILE, "{order.reason}\r\nWhat is wrong:\r\nnothing \"'&")
            .siteid("S<1>"));

    SunkMail mail = onlyMail();

    assertThat(mail.html())
        .doesNotContain("<script", "S<1>")
        .contains("&lt;script&gt;alert(&#39;1&#39;)&lt;/script&gt; {order.reason}");
    assertThat(textOf(mail).lines())
        .contains(HOSTILE + " {order.reason}  What is wrong:  nothing \"'&")
        .doesNotContain("What is wrong:");
  }

  @Test
  void instancesThatWakeTogetherSendOnce() {
    String ref = received(UtopiaOrder.usual(newRef()).items("10 Gbps"));
    pool.query(
            """
            insert into letter (kind, subject, queued_at, next_attempt_at)
            values ('NEEDS_ATTENTION', '%s', now(), now())"""
                .formatted(ref))
        .executeAndAwait();

    List<CompletableFuture<Integer>> instances =
        Stream.generate(() -> Meanwhile.ask(() -> work.workOff().await().indefinitely()))
            .limit(4)
            .toList();

    assertThat(instances.stream().mapToInt(CompletableFuture::join).sum()).isEqualTo(1);
    assertThat(mails.mails()).hasSize(2);
  }

  @Test
  void namesAndAddressesAreNotLogged() {
    LogCapture log = new LogCapture();
    String ref = received(UtopiaOrder.usual(newRef()).name("Annabella", "Leeson"));

    onlyMail();

    log.close();
    assertThat(log.lines())
        .anyMatch(line -> line.equals("letter kind=DONE outcome=sent attempt=1"))
        .noneMatch(line -> line.contains("Annabella") || line.contains("example.com"));
    assertThat(state(ref)).isEqualTo("DONE");
  }

  @Test
  void aTestLetterGoesToAllNow() {
    as(OPERATOR)
        .post("/test-email")
        .then()
        .statusCode(200)
        .body("sent", equalTo(true))
        .body("recipients", equalTo(2));

    assertThat(mails.mails())
        .hasSize(2)
        .allSatisfy(
            mail -> {
              assertThat(mail.subject()).isEqualTo("Test of the order e-mails");
              assertThat(textOf(mail)).contains("you are one of 2 who get it");
            });
  }

  @Test
  void aReaderSendsNoTestLetter() {
    as(READER).post("/test-email").then().statusCode(403);
    as("unknown").post("/test-email").then().statusCode(401);

    assertThat(mails.mails()).isEmpty();
  }

  /** Lines end with CR LF on the way. */
  private static String textOf(SunkMail mail) {
    return mail.text().replace("\r\n", "\n");
  }

  /** What the first of all who are told has, when all that is due is done. */
  private SunkMail onlyMail() {
    while (dueWork() > 0) {
      assertThat(mails.mails()).hasSizeLessThan(3);
    }
    List<SunkMail> all = mails.mails();
    assertThat(all).hasSize(2);
    return all.get(0);
  }
}
