package com.partnerbridges.utopia.ticket;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.partnerbridges.dev.testkit.LogCapture;
import com.partnerbridges.dev.testkit.MovableClock;
import com.partnerbridges.utopia.gateway.Contract;
import com.partnerbridges.utopia.plan.Plan;
import com.partnerbridges.utopia.ticket.TicketText.Broken;
import io.quarkus.runtime.StartupEvent;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The install ticket's text, and the office's edits of its template. */
class TicketTextTest {

  private static final String HOSTILE = "<script>alert('1')</script> \"{siteid}\" &";
  private static final Plan SERVICE = new Plan(164, 2, true);

  @TempDir Path directory;
  private final MovableClock clock = new MovableClock();
  private Path file;
  private TicketText text;

  @BeforeEach
  void startWithAGoodTemplate() throws IOException {
    file = directory.resolve("ticket.html");
    Files.writeString(file, "<b>{orderref}</b>");
    text = new TicketText(Optional.of(file), clock);
    text.start(new StartupEvent());
  }

  @Test
  void theDefaultTemplateTellsWhoWhereAndWhat() {
    TicketText standard = new TicketText(Optional.empty(), clock);

    String ticket = standard.write("UIA1", contract("Ann"), "4711", List.of(SERVICE));

    assertThat(ticket)
        .contains("UTOPIA order UIA1", "Ann Lee, PowerCode customer 4711")
        .contains("12 N MAIN ST, 4, OREM, UT 84057", "S-1", "1 Gbps", "2025-11-01")
        .contains("<li>164, 2 times, first month by the day</li>");
  }

  @Test
  void whatUtopiaDidNotSendLeavesNoTrace() {
    TicketText standard = new TicketText(Optional.empty(), clock);

    String ticket = standard.write("UIA1", bare(), null, List.of());

    assertThat(ticket)
        .contains("PowerCode customer not made yet")
        .doesNotContain("null", "NOT_FOUND", "Phone", "E-mail", "<ul>", "Terms");
  }

  @Test
  void aHostileValueIsTextAndNothingElse() throws IOException {
    edit("{firstName}|{#for s in services}{s.id}{/for}|{#for item in items}{item}{/for}");

    String ticket = text.write("UIA1", contract(HOSTILE), "4711", List.of(SERVICE));

    assertThat(ticket)
        .isEqualTo(
            "&lt;script&gt;alert(&#39;1&#39;)&lt;/script&gt; &quot;{siteid}&quot; &amp;|164|1 Gbps");
  }

  @Test
  void anEditNeedsNoRestart() throws IOException {
    assertThat(write()).isEqualTo("<b>UIA1</b>");
    edit("<i>{orderref}</i>");

    assertThat(write()).isEqualTo("<i>UIA1</i>");
    assertThat(text.broken()).isEmpty();
  }

  @Test
  void anEditThatMayNotBeAllThereIsLeftForAMoment() throws IOException {
    Files.writeString(file, "half of");

    assertThat(write()).isEqualTo("<b>UIA1</b>");
  }

  @Test
  void aFileThatTakesItsPlaceWithTheSameSizeAndTimeIsSeen() throws IOException {
    Path other = directory.resolve("other.html");
    Files.writeString(other, "<i>{orderref}</i>");
    Files.setLastModifiedTime(other, Files.getLastModifiedTime(file));
    Files.move(other, file, java.nio.file.StandardCopyOption.REPLACE_EXISTING);
    clock.forward(Duration.ofSeconds(2));

    assertThat(write()).isEqualTo("<i>UIA1</i>");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          '{orderref'                                        | line 1: Parser error: unexpected
          '\n\n{#if apt}'                                    | line 3: Parser error: unterminated section
          '\n{price}'                                        | line 2: there is no variable {price}
          '{#if apt}\n{#if zip}\n{price}{/if}{/if}'          | line 3: there is no variable {price}
          '{apt ?: price}'                                   | line 1: there is no variable {price}
          '{#for s in services}{s.price}{/for}'              | line 1: Rendering error
          '{config:PC_API_KEY}'                              | line 1: there is no variable
          '{inject:ticketText}'                              | line 1: there is no variable
          '{services.get(0).id}'                             | it asks for what not every order has
          '{orderref.raw}'                                   | line 1: Rendering error
          '{#eval apt /}'                                    | line 1: Parser error: no section helper
          '{#include letter/done /}'                         | line 1: Parser error: no section helper
          '{@java.lang.String price}'                        | line 1: there is no variable {price}
          ''                                                 | it is empty
          '  \n '                                            | it is empty
          """)
  void aBrokenEditKeepsTheTemplateBeforeIt(String edited, String mistake) throws IOException {
    edit(edited.replace("\\n", "\n"));

    assertThat(write()).isEqualTo("<b>UIA1</b>");
    assertThat(text.broken().map(Broken::mistake).orElseThrow())
        .startsWith(mistake)
        .hasSizeLessThan(320)
        .doesNotContain("\n");
  }

  @Test
  void aFileThatIsGoneKeepsTheTemplateBeforeIt() throws IOException {
    Files.delete(file);

    assertThat(write()).isEqualTo("<b>UIA1</b>");
    assertThat(text.broken().map(Broken::mistake)).contains("there is no such file");
  }

  @Test
  void aFileThatIsTooLongOrNoTextIsBroken() throws IOException {
    edit("x".repeat(64 * 1024 + 1));
    text.look();
    Optional<Broken> tooLong = text.broken();
    Files.write(file, new byte[] {'a', (byte) 0xff});
    clock.forward(Duration.ofSeconds(2));

    text.look();

    assertThat(tooLong.map(Broken::mistake)).contains("it is longer than 65536 bytes");
    assertThat(text.broken().map(Broken::mistake)).contains("it is not text in UTF-8");
  }

  @Test
  void aBrokenEditIsLoggedOnceAndItsRepairToo() throws IOException {
    LogCapture log = new LogCapture();
    edit("{price}");
    text.look();
    text.look();
    edit("{zip}");
    text.look();

    log.close();

    assertThat(write()).isEqualTo("84057");
    assertThat(text.broken()).isEmpty();
    assertThat(log.lines().stream().filter(line -> line.contains("TICKET_DESCRIPTION_FILE")))
        .satisfiesExactly(
            broken -> assertThat(broken).contains("line 1: there is no variable {price}"),
            good -> assertThat(good).contains("good again"));
  }

  @Test
  void aMistakeThatOnlyOneOrderShowsCostsNoTicket() throws IOException {
    edit("{#if lastName == 'Lee'}{lastName.price}{/if}");
    assertThat(text.broken()).isEmpty();

    assertThat(write()).contains("UTOPIA order UIA1", "Ann Lee");
  }

  @ParameterizedTest
  @ValueSource(strings = {"{price}", "", "missing"})
  void theServiceDoesNotStartWithABrokenTemplate(String content) throws IOException {
    if (content.equals("missing")) {
      Files.delete(file);
    } else {
      Files.writeString(file, content);
    }

    var wrong = new TicketRules().broken(property -> Optional.of(file.toString()));

    assertThat(wrong).containsOnlyKeys("TICKET_DESCRIPTION_FILE");
    assertThat(wrong.get("TICKET_DESCRIPTION_FILE")).startsWith("cannot be used: ");
    assertThatThrownBy(() -> text.start(new StartupEvent())).isInstanceOf(BrokenTemplate.class);
  }

  @Test
  void theServiceStartsWithAGoodTemplateAndWithoutOne() {
    assertThat(new TicketRules().broken(property -> Optional.of(file.toString()))).isEmpty();
    assertThat(new TicketRules().broken(property -> Optional.empty())).isEmpty();
  }

  @Test
  void everyVariableStandsInItsPage() throws IOException {
    String page = Files.readString(Path.of("docs/ticket-template.md"));

    assertThat(TicketVariables.full().keySet())
        .allSatisfy(name -> assertThat(page).contains("`" + name + "`"));
  }

  private void edit(String content) throws IOException {
    Files.writeString(file, content);
    clock.forward(Duration.ofSeconds(2));
  }

  private String write() {
    return text.write("UIA1", contract("Ann"), "4711", List.of(SERVICE));
  }

  private static Contract contract(String firstName) {
    return new Contract(
        firstName,
        "Lee",
        "ann@example.com",
        "8015550100",
        "12 N MAIN ST",
        "4",
        "OREM",
        "UT",
        "84057",
        "S-1",
        List.of(new Contract.Item("1 Gbps")),
        "2025-11-01",
        "NEW",
        "WEB");
  }

  private static Contract bare() {
    return new Contract(
        "Ann",
        "Lee",
        null,
        null,
        "12 N MAIN ST",
        null,
        "OREM",
        "UT",
        "84057",
        "S-1",
        List.of(),
        null,
        null,
        null);
  }
}
