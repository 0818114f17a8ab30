package com.partnerbridges.iiko.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.partnerbridges.iiko.gateway.IikoTrouble.Kind;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.Charset;
import java.time.LocalDate;
import java.time.LocalDateTime;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JsonRecordsTest extends RecordsTest {

  private static final String INVOICE =
      """
      {"unknown":{"id":"not this","items":[{"price":1}]},"id":"d1","number":17,"dateTime":"2026-03-29T02:30:00",
       "dueDate":"2026-04-01","supplierId":"v1","departmentId":"r1","storeId":null,"status":"PROCESSED",
       "sum":228.150000000,"currency":"EUR","comment":"x",
       "items":[{"productId":"p1","name":"Tea","amount":"6.000","measureUnit":"kg","price":38.03,"sum":228.15,
                 "vatPercent":20,"tags":["a",{"b":[1]}]}]}""";

  @ParameterizedTest
  @ValueSource(
      strings = {
        "[%s]",
        "{\"items\":[%s]}",
        " {\"total\":{\"items\":[1]},\"items\":[%s],\"next\":null,\"more\":[[],{}]} "
      })
  void listIsReadWhereverItIs(String form) throws IOException {
    Collected<Invoice> read = json(Shapes.INVOICE, form.formatted(INVOICE));

    assertThat(read.unreadable).isEmpty();
    Invoice invoice = read.records.get(0);
    assertThat(invoice)
        .isEqualTo(
            new Invoice(
                "d1",
                "17",
                null,
                null,
                "PROCESSED",
                LocalDateTime.parse("2026-03-29T02:30:00"),
                null,
                LocalDate.parse("2026-04-01"),
                "v1",
                null,
                "r1",
                "EUR",
                "x",
                new BigDecimal("228.150000000"),
                invoice.items()));
    Invoice.Item item = invoice.items().get(0);
    assertThat(item.name()).isEqualTo("Tea");
    assertThat(item.unit()).isEqualTo("kg");
    assertThat(item.amount()).isEqualTo(new BigDecimal("6.000"));
    assertThat(item.sum()).isEqualTo(new BigDecimal("228.15"));
  }

  @Test
  void whatCannotBeReadIsToldAndTheOthersAreRead() throws IOException {
    String list =
        """
        [7, null, [], {}, {"id":"a","sum":1E999999999}, {"id":"b","items":[7]}, {"id":"c","items":{}},
         {"id":"d","number":{"x":1}}, {"id":"e","sum":%s}, {"comment":"%s","id":"f"}, {"id":true}]"""
            .formatted("9".repeat(5000), "x".repeat(10 << 20));

    Collected<Invoice> read = json(Shapes.INVOICE, list);

    assertThat(read.unreadable)
        .containsExactly(
            "null: it is no object",
            "null: it is no object",
            "null: it is no object",
            "null: it has no id",
            "a: sum is no number",
            "b: item 1: it is no object",
            "c: its items are no list",
            "d: number is no plain value",
            "e: sum is no number",
            "f: comment is longer than 64 KiB");
    assertThat(read.records).extracting(Invoice::id).containsExactly("true");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "null",
        "7",
        "\"x\"",
        "{}",
        "{\"items\":null}",
        "{\"items\":{}}",
        "{\"items\":7}",
        "{\"invoices\":[]}",
        "[",
        "[{\"id\":\"1\"}",
        "[{\"id\":\"1\"",
        "[{\"id\":\"1",
        "[{\"id\":\"1\"},]",
        "{\"items\":[]",
        "{\"items\":[],",
        "[][]",
        "[]x",
        "[NaN]",
        "<r/>"
      })
  void brokenAnswerIsNoList(String text) {
    IikoTrouble trouble = catchThrowableOfType(IikoTrouble.class, () -> json(Shapes.INVOICE, text));

    assertThat(trouble.kind()).isEqualTo(Kind.BROKEN_ANSWER);
  }

  @Test
  void wrongEncodingIsNotGuessed() {
    byte[] body = "[{\"id\":\"Склад\"}]".getBytes(Charset.forName("windows-1251"));

    IikoTrouble trouble =
        catchThrowableOfType(
            IikoTrouble.class, () -> json(Shapes.INVOICE, new ByteArrayInputStream(body)));

    assertThat(trouble.kind()).isEqualTo(Kind.BROKEN_ANSWER);
  }

  @Test
  void nestingIsBounded() {
    IikoTrouble trouble =
        catchThrowableOfType(
            IikoTrouble.class, () -> json(Shapes.INVOICE, "[{\"x\":" + "[".repeat(1_000_000)));

    assertThat(trouble.kind()).isEqualTo(Kind.BROKEN_ANSWER);
  }
}
