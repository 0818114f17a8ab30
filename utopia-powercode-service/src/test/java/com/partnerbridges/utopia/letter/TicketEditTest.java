package com.partnerbridges.utopia.letter;

import static io.restassured.RestAssured.get;
import static org.assertj.core.api.Assertions.assertThat;

import com.partnerbridges.dev.sandbox.mail.SunkMail;
import com.partnerbridges.utopia.FilesProfile;
import com.partnerbridges.utopia.ServiceTest;
import com.partnerbridges.utopia.ticket.TicketText;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The office edits the ticket's template while the service runs. */
@QuarkusTest
@TestProfile(FilesProfile.class)
class TicketEditTest extends ServiceTest {

  private static final String BROKEN = "The ticket template cannot be used";

  @Inject TicketText ticket;
  @Inject LetterRepository letters;

  @BeforeEach
  @AfterEach
  void startWithAGoodTemplate() throws IOException {
    edit("<b>{orderref}</b>");
    mails.clear();
  }

  @Test
  void aTicketIsWrittenWithTheTemplateAsItIsNow() throws IOException {
    String before = received();
    dueWork();
    edit("<i>{orderref} of {firstName}</i>");
    String after = received();

    dueWork();

    assertThat(description(before)).isEqualTo("<b>" + before + "</b>");
    assertThat(description(after)).startsWith("<i>" + after + " of ");
  }

  @Test
  void aBrokenEditIsToldToTheOfficeOnceAndCostsNoTicket() throws IOException {
    edit("<p>\n{price}");
    dueWork();
    String ref = received();
    dueWork();
    dueWork();

    assertThat(description(ref)).isEqualTo("<b>" + ref + "</b>");
    assertThat(mails.mails().stream().filter(mail -> mail.subject().equals(BROKEN)))
        .extracting(SunkMail::to)
        .containsExactlyInAnyOrder("office@example.com", "field@example.com");
    assertThat(mails.mails())
        .filteredOn(mail -> mail.subject().equals(BROKEN))
        .allSatisfy(
            mail -> {
              assertThat(mail.text()).contains("line 2: there is no variable {price}");
              assertThat(mail.html()).contains("line 2: there is no variable {price}");
            });
    assertThat(template())
        .startsWith("broken since 20")
        .endsWith("line 2: there is no variable {price}");
  }

  @Test
  void instancesThatFindTheSameMistakeWriteOneLetter() throws IOException {
    edit("{price}");
    dueWork();

    new TemplateWatch(ticket, letters).workOff().await().indefinitely();

    assertThat(text("select count(*) from letter")).isEqualTo("1");
  }

  @Test
  void theReadinessTellsWhenItIsGoodAgain() throws IOException {
    edit("");
    dueWork();
    String empty = template();
    edit("{orderref}");

    dueWork();

    assertThat(empty).endsWith("it is empty");
    assertThat(template()).isEqualTo("good");
  }

  private void edit(String content) throws IOException {
    Files.writeString(FilesProfile.TICKET, content);
    clock.forward(Duration.ofSeconds(2));
    ticket.look();
  }

  private String description(String ref) {
    return account(ref).tickets().get(0).field("description");
  }

  private static String template() {
    return get("/q/health/ready")
        .then()
        .statusCode(200)
        .extract()
        .path("checks.find { it.name == 'partners' }.data.ticketTemplate");
  }
}
