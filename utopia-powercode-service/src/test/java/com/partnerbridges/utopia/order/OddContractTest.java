package com.partnerbridges.utopia.order;

import static org.assertj.core.api.Assertions.assertThat;

import com.partnerbridges.dev.sandbox.mail.SunkMail;
import com.partnerbridges.dev.sandbox.powercode.PowercodeAccount;
import com.partnerbridges.dev.sandbox.utopia.UtopiaOrder;
import com.partnerbridges.utopia.ServiceTest;
import io.quarkus.test.junit.QuarkusTest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever stands in a field of UTOPIA's: the order comes to an end, and no text does harm. */
@QuarkusTest
class OddContractTest extends ServiceTest {

  private static final String HTML = "</p><script>alert(1)</script><img src=x onerror=a()>&lt;'\"";
  private static final String QUTE = "{config:property('PC_API_KEY')}{orderref.length}{#if}{";
  private static final String CONTROLS =
      "a\u0000b\r\nBcc: x@example.com\r\n\r\n\u001b[2J\u0085\u009b1m\u2028\u2029c";
  private static final String LONG = "é\uD83D\uDE00".repeat(5_000);

  /** None of them is a plain text. */
  private static final List<Object> NO_TEXTS =
      Arrays.asList(
          null, true, 0, -1, 1.5e300, List.of(), List.of("a"), Map.of(), Map.of("a", "b"), "", " ");

  private static final List<Object> TEXTS =
      List.of(HTML, QUTE, CONTROLS, LONG, "\uD83D\uDC69\u200D\uD83D\uDCBB", "\u202Etxet", "%00%");

  private static final List<String> TOLD_OF =
      List.of(
          "/customer/firstname",
          "/customer/lastname",
          "/customer/email",
          "/customer/phone",
          "/address/address",
          "/address/apt",
          "/address/city",
          "/address/zip",
          "/address/siteid",
          "/termsagreement/sp_terms_agree_date",
          "/status",
          "/ordersource");

  @BeforeEach
  void emptyTheSink() {
    mails.clear();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/customer",
        "/customer/firstname",
        "/customer/lastname",
        "/customer/email",
        "/customer/phone",
        "/address",
        "/address/address",
        "/address/apt",
        "/address/city",
        "/address/state",
        "/address/zip",
        "/address/siteid",
        "/orderitems",
        "/termsagreement",
        "/status",
        "/ordersource"
      })
  void whateverAFieldIsTheOrderIsDoneOrForAPerson(String field) {
    Map<String, Object> odd = new LinkedHashMap<>();
    for (Object value : NO_TEXTS) {
      odd.put(received(UtopiaOrder.usual(newRef()).with(field, value)), value);
    }
    for (Object value : TEXTS) {
      odd.put(received(UtopiaOrder.usual(newRef()).with(field, value)), value);
    }
    odd.put(received(UtopiaOrder.usual(newRef()).without(field)), "missing");

    dueWork();
    dueWork();

    odd.forEach(
        (ref, value) ->
            assertThat(state(ref))
                .as("%s %.40s: %s", field, value, error(ref))
                .isIn("DONE", "NEEDS_ATTENTION"));
    assertThat(texts("select distinct state from letter")).containsExactly("SENT");
    assertThat(texts("select orderref from orders where state = 'DONE'"))
        .allSatisfy(ref -> assertThat(bookedFor(ref)).as(field).hasSize(1));
  }

  @Test
  void noTextIsAnythingButText() {
    List<String> refs = new ArrayList<>();
    for (String field : TOLD_OF) {
      TEXTS.forEach(text -> refs.add(received(UtopiaOrder.usual(newRef()).with(field, text))));
    }

    dueWork();
    dueWork();

    assertThat(texts("select orderref from orders where state = 'DONE'"))
        .containsExactlyInAnyOrderElementsOf(refs);
    assertThat(powercode.accounts()).hasSize(refs.size()).allSatisfy(this::assertHarmless);
    assertThat(mails.mails()).hasSize(2 * refs.size()).allSatisfy(this::assertHarmless);
    assertThat(texts("select contract::text from orders"))
        .allSatisfy(contract -> assertThat(contract).hasSizeLessThan(1_500));
  }

  private void assertHarmless(PowercodeAccount account) {
    assertThat(account.customer().fields().values())
        .allSatisfy(
            value -> assertThat(value).hasSizeLessThan(500).doesNotContainPattern("\\p{Cc}"));
    String description = account.tickets().get(0).field("description");
    assertThat(description)
        .hasSizeLessThan(5_000)
        .doesNotContain("<script", "<img", "sandbox-powercode-key")
        .doesNotContainPattern("[\\p{Cc}&&[^\n]]");
  }

  private void assertHarmless(SunkMail mail) {
    assertThat(mail.html()).doesNotContain("<script", "<img", "sandbox-powercode-key");
    assertThat(mail.text().replace("\r\n", "\n"))
        .doesNotContain("\nBcc:", "sandbox-powercode-key")
        .doesNotContainPattern("[\\p{Cc}\u2028\u2029&&[^\n]]");
    assertThat(mail.to()).isIn("office@example.com", "field@example.com");
  }

  private List<String> bookedFor(String ref) {
    return powercode.tickets().stream()
        .map(ticket -> ticket.field("description"))
        .filter(description -> description.contains(ref))
        .toList();
  }
}
