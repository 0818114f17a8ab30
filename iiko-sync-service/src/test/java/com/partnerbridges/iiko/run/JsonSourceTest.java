package com.partnerbridges.iiko.run;

import static org.assertj.core.api.Assertions.assertThat;

import com.partnerbridges.dev.sandbox.iiko.IikoInvoice;
import com.partnerbridges.dev.sandbox.iiko.IikoSandboxClient;
import com.partnerbridges.dev.sandbox.iiko.JsonShape;
import com.partnerbridges.iiko.ServiceTest;
import io.quarkus.test.junit.QuarkusTest;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** From the connect to the data, with invoices from the JSON source. */
@QuarkusTest
class JsonSourceTest extends ServiceTest {

  @ParameterizedTest
  @EnumSource(JsonShape.class)
  void theFirstRunAfterAConnectCopiesEverything(JsonShape shape) {
    String account = newAccount();
    IikoSandboxClient iiko = server(account);
    iiko.reset();
    iiko.jsonShape(shape);
    IikoInvoice invoice = iiko.newInvoice();
    Map<String, Object> wish = new HashMap<>(login(account));
    wish.put("source", "json");
    as(account, ADMIN).body(wish).post(at(account, "/connect")).then().statusCode(200);

    while (dueWork() > 0) {
      // more may have become due
    }

    assertThat(text("select cause || ' ' || state from run")).isEqualTo("FIRST SUCCEEDED");
    assertThat(texts("select iiko_id from supplier"))
        .containsExactlyInAnyOrderElementsOf(iiko.suppliers().keySet());
    assertThat(texts("select iiko_id from invoice"))
        .containsExactlyInAnyOrderElementsOf(iiko.invoices().keySet());
    assertThat(
            text(
                """
                select currency || ' ' || (department_id = s.restaurant_id) || ' '
                  || (total = (select sum(sum) from invoice_item where invoice_id = i.iiko_id))
                from invoice i join corporate_item s
                  on s.account_id = i.account_id and s.source = 'S' and s.iiko_id = i.store_id
                where i.iiko_id = '%s'"""
                    .formatted(invoice.id())))
        .isEqualTo("RUB true true");
    assertThat(iiko.calls(IikoSandboxClient.INVOICES)).isEmpty();
    assertThat(iiko.use().slotsHeld()).isZero();
  }
}
