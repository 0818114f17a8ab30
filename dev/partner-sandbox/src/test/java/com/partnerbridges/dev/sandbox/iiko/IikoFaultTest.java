package com.partnerbridges.dev.sandbox.iiko;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.partnerbridges.dev.sandbox.room.Fault;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.w3c.dom.Document;
import org.xml.sax.SAXParseException;

class IikoFaultTest extends IikoRig {
  private static final String SUPPLIERS = "/resto/api/suppliers";
  private String token;

  @BeforeEach
  void logIn() throws Exception {
    token = iiko.login();
  }

  @ParameterizedTest
  @ValueSource(ints = {400, 500, 502})
  void errorsAreText(int status) throws Exception {
    HttpResponse<String> answer = answer(Fault.status(status));

    assertThat(answer.statusCode()).isEqualTo(status);
    assertThat(answer.headers().firstValue("content-type")).contains("text/plain;charset=utf-8");
  }

  @Test
  void conflictSpeaksRussian() throws Exception {
    assertThat(answer(Fault.status(409)).body()).matches("[А-яё ]+");
  }

  @Test
  void forbiddenIsTheLiteralText() throws Exception {
    assertThat(answer(Fault.status(403)).body()).isEqualTo("Permission denied");
  }

  @ParameterizedTest
  @ValueSource(ints = {429, 503})
  void busyServerSaysWhenToComeBack(int status) throws Exception {
    control.busy(IikoSandboxClient.SUPPLIERS, status, Duration.ofSeconds(7), 1);

    HttpResponse<String> answer = iiko.get(SUPPLIERS, token);

    assertThat(answer.statusCode()).isEqualTo(status);
    assertThat(answer.headers().firstValue("retry-after")).contains("7");
    assertThat(iiko.get(SUPPLIERS, token).statusCode()).isEqualTo(200);
  }

  @Test
  void redirectLeadsWhereControlSays() throws Exception {
    control.redirect(IikoSandboxClient.SUPPLIERS, URI.create("http://127.0.0.1:1/x"));

    HttpResponse<String> answer = iiko.get(SUPPLIERS, token);

    assertThat(answer.statusCode()).isEqualTo(302);
    assertThat(answer.headers().firstValue("location")).contains("http://127.0.0.1:1/x");
  }

  @Test
  void htmlMayComeWith200() throws Exception {
    HttpResponse<String> answer = answer(Fault.htmlStatus(200));

    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.headers().firstValue("content-type")).contains("text/html");
  }

  @Test
  void cutListEndsAsIfItWereAll() throws Exception {
    String whole = iiko.get(SUPPLIERS, token).body();

    HttpResponse<String> answer = answer(Fault.truncatedAfter(1500));

    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.body().getBytes(StandardCharsets.UTF_8).length).isBetween(1490, 1510);
    assertThat(whole).startsWith(answer.body().substring(0, 1000));
  }

  @Test
  void connectionMayCloseWithinALongList() {
    control.bulk(IikoBulk.suppliers(10_000));
    control.setFault(IikoSandboxClient.SUPPLIERS, Fault.dropWithin(1_000_000));

    assertThatThrownBy(() -> iiko.get(SUPPLIERS, token)).isInstanceOf(IOException.class);

    assertThat(
            control
                .awaitUse(use -> use.bytes().containsKey(IikoSandboxClient.SUPPLIERS), PATIENCE)
                .bytes()
                .get(IikoSandboxClient.SUPPLIERS))
        .isBetween(990_000L, 1_010_000L);
  }

  @Test
  void listMayComeInDrops() throws Exception {
    String whole = iiko.get(SUPPLIERS, token).body();
    long start = System.nanoTime();

    HttpResponse<String> answer = answer(Fault.trickle(500, Duration.ofMillis(20)));

    assertThat(answer.body()).isEqualTo(whole);
    long pauses = whole.getBytes(StandardCharsets.UTF_8).length / 500;
    assertThat(Duration.ofNanos(System.nanoTime() - start))
        .isGreaterThan(Duration.ofMillis(20 * pauses));
  }

  @ParameterizedTest
  @EnumSource(names = {"DOCTYPE", "ENTITY_BOMB", "EXTERNAL_ENTITY"})
  void documentTypeIsDeclared(Oddity oddity) throws Exception {
    control.odd(IikoSandboxClient.SUPPLIERS, oddity);

    String xml = iiko.get(SUPPLIERS, token).body();

    assertThat(xml).contains("<!DOCTYPE employees");
    assertThatThrownBy(() -> IikoWire.parsed(xml.getBytes(StandardCharsets.UTF_8)))
        .isInstanceOf(SAXParseException.class)
        .hasMessageContaining("DOCTYPE");
  }

  @Test
  void externalEntityLeadsToThisServer() throws Exception {
    control.odd(IikoSandboxClient.SUPPLIERS, Oddity.EXTERNAL_ENTITY);

    String xml = iiko.get(SUPPLIERS, token).body();

    assertThat(xml).contains("SYSTEM \"" + control.baseUrl() + "/");
  }

  @Test
  void utf16IsRead() throws Exception {
    control.odd(IikoSandboxClient.SUPPLIERS, Oddity.UTF_16);

    Document document = iiko.xml(SUPPLIERS, token);

    assertThat(document.getXmlEncoding()).isEqualTo("UTF-16");
    assertThat(IikoListTest.items(document, "employees")).hasSize(control.suppliers().size());
  }

  @ParameterizedTest
  @EnumSource(names = {"WINDOWS_1251", "UTF_16_DECLARED_ONLY", "EMPTY_BODY"})
  void bytesThatAreNotWhatTheyClaimAreUnreadable(Oddity oddity) throws Exception {
    control.odd(IikoSandboxClient.SUPPLIERS, oddity);

    byte[] bytes = iiko.bytes(SUPPLIERS, token);

    assertThatThrownBy(() -> IikoWire.parsed(bytes))
        .isInstanceOfAny(IOException.class, SAXParseException.class);
  }

  @Test
  void rootMayBeEmptyOrHaveAnotherName() throws Exception {
    control.odd(IikoSandboxClient.SUPPLIERS, Oddity.EMPTY_ROOT);
    assertThat(IikoListTest.items(iiko.xml(SUPPLIERS, token), "employees")).isEmpty();
    control.odd(IikoSandboxClient.SUPPLIERS, Oddity.OTHER_ROOT);
    assertThat(IikoListTest.items(iiko.xml(SUPPLIERS, token), "answer")).isNotEmpty();

    control.odd(IikoSandboxClient.SUPPLIERS, Oddity.NONE);

    assertThat(IikoListTest.items(iiko.xml(SUPPLIERS, token), "employees")).isNotEmpty();
  }

  @Test
  void resetForgetsRecordsMoodsSessionsAndTime() throws Exception {
    control.slots(0);
    control.password("other");
    control.advance(Duration.ofDays(2));
    control.putSupplier("x", IikoSupplier.of("x", "", "X"));
    control.bulk(IikoBulk.suppliers(10));

    control.reset();

    assertThat(control.use().slotsHeld()).isZero();
    assertThat(control.suppliers()).doesNotContainKey("x");
    String again = iiko.login();
    assertThat(IikoListTest.items(iiko.xml(SUPPLIERS, again), "employees"))
        .hasSize(control.suppliers().size());
    assertThat(Duration.between(Instant.now(), control.use().now()))
        .isLessThan(Duration.ofHours(1));
  }

  private HttpResponse<String> answer(Fault fault) throws Exception {
    control.setFault(IikoSandboxClient.SUPPLIERS, fault.times(1));
    return iiko.get(SUPPLIERS, token);
  }
}
