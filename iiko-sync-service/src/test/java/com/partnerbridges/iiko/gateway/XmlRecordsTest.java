package com.partnerbridges.iiko.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.tuple;

import com.partnerbridges.iiko.gateway.IikoTrouble.Kind;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.LocalDateTime;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class XmlRecordsTest extends RecordsTest {

  private static final String ROOT = "<corporateItemDtoes>%s</corporateItemDtoes>";

  @Test
  void wholeHierarchyIsRead() throws IOException {
    String items =
        """
        <corporateItemDto><id>1</id><code/><name>Holding &amp; Söhne</name><type>CORPORATION</type></corporateItemDto>
        <corporateItemDto><type>JURPERSON</type><parentId>1</parentId><name>Legal</name>
          <jurPersonAdditionalPropertiesDto><taxpayerId>77</taxpayerId><name>not this</name></jurPersonAdditionalPropertiesDto>
          <id>2</id></corporateItemDto>
        <corporateItemDto><id>3</id><parentId>2</parentId><code>7</code><n>not this</n><name>Café</name>
          <type>DEPARTMENT</type><taxpayerIdNumber>78</taxpayerIdNumber></corporateItemDto>
        """;

    Collected<CorporateItem> read = xml(Shapes.CORPORATE_ITEM, ROOT.formatted(items));

    assertThat(read.records)
        .containsExactly(
            new CorporateItem("1", null, null, "Holding & Söhne", "CORPORATION", null),
            new CorporateItem("2", "1", null, "Legal", "JURPERSON", "77"),
            new CorporateItem("3", "2", "7", "Café", "DEPARTMENT", "78"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"employees", "suppliers", "x:anything"})
  void suppliersAreTheChildrenOfTheRootWhateverTheirFlagsAreCalled(String root) throws IOException {
    String items =
        """
        <employee><id>1</id><code>A</code><name>One</name><employee>false</employee><supplier>true</supplier>
          <deleted>true</deleted><phone xsi:nil="true"/></employee>
        <employee><employee>true</employee><id>2</id><name xsi:nil="true">not this</name>
          <taxpayerIdNumber>7</taxpayerIdNumber></employee>
        """;

    Collected<Supplier> read = xml(Shapes.SUPPLIER, "<%s>%s</%s>".formatted(root, items, root));

    assertThat(read.records)
        .containsExactly(
            new Supplier("1", "A", "One", null, true), new Supplier("2", null, null, "7", false));
    assertThat(read.unreadable).isEmpty();
  }

  @Test
  void invoiceIsReadInAnyOrderAndNothingIsRecomputed() throws IOException {
    String document =
        """
        <incomingInvoiceDtoes><document>
          <comment><![CDATA[a < b]]> &#233;</comment><items>
            <item><sum>228.15</sum><amount>6.000</amount><price>38.03</price><num>1</num><product>p1</product>
              <store>s1</store><amountUnit>u</amountUnit><vatPercent>20.000000000</vatPercent>
              <isAdditionalExpense>false</isAdditionalExpense><extra><product>not this</product></extra></item>
            <item><productId>p2</productId><storeId>s2</storeId><price>0.123456789</price></item>
          </items><status>DELETED</status><defaultStore>s1</defaultStore><supplier>v1</supplier>
          <documentNumber>17</documentNumber><incomingDocumentNumber>in-1</incomingDocumentNumber><invoice>f-1</invoice>
          <dateIncoming>2026-03-29T02:30:00</dateIncoming><incomingDate>2026-03-28</incomingDate>
          <dueDate>2026-04-01T00:00:00</dueDate><id>d1</id>
        </document></incomingInvoiceDtoes>
        """;

    Collected<Invoice> read = xml(Shapes.INVOICE, document);

    assertThat(read.unreadable).isEmpty();
    Invoice invoice = read.records.get(0);
    assertThat(invoice)
        .isEqualTo(
            new Invoice(
                "d1",
                "17",
                "in-1",
                "f-1",
                "DELETED",
                LocalDateTime.parse("2026-03-29T02:30:00"),
                LocalDate.parse("2026-03-28"),
                LocalDate.parse("2026-04-01"),
                "v1",
                "s1",
                null,
                null,
                "a < b é",
                null,
                invoice.items()));
    assertThat(invoice.items())
        .extracting(
            Invoice.Item::productId,
            Invoice.Item::storeId,
            Invoice.Item::sum,
            Invoice.Item::price,
            Invoice.Item::vatPercent)
        .containsExactly(
            tuple(
                "p1",
                "s1",
                new BigDecimal("228.15"),
                new BigDecimal("38.03"),
                new BigDecimal("20.000000000")),
            tuple("p2", "s2", null, new BigDecimal("0.123456789"), null));
  }

  @Test
  void whatCannotBeReadIsToldAndTheOthersAreRead() throws IOException {
    String documents =
        """
        <r><document><documentNumber>1</documentNumber></document>
        <document><id>%s</id></document>
        <document><id>a</id><items><item><sum>1</sum></item><item><sum>12,5</sum></item></items></document>
        <document><id>b</id><dueDate>soon</dueDate></document>
        <document><items><item><amount>1E999999999</amount></item></items><id>c</id></document>
        <document><id>ok</id></document></r>
        """
            .formatted("x".repeat(201));

    Collected<Invoice> read = xml(Shapes.INVOICE, documents);

    assertThat(read.unreadable)
        .containsExactly(
            "null: it has no id",
            "null: its id is none",
            "a: item 2: sum is no number",
            "b: dueDate is no date",
            "c: item 1: amount is no number");
    assertThat(read.records).extracting(Invoice::id).containsExactly("ok");
  }

  @ParameterizedTest
  @ValueSource(strings = {"%s", "<![CDATA[%s]]>"})
  void fieldOfTenMegabytesSpoilsItsRecordOnly(String content) throws IOException {
    String huge = content.formatted("x".repeat(10 << 20));

    Collected<Supplier> read =
        xml(
            Shapes.SUPPLIER,
            "<r><e><name>"
                + huge
                + "</name><id>1</id></e><e><id>2</id><note>"
                + huge
                + "</note></e></r>");

    assertThat(read.unreadable).containsExactly("1: name is longer than 64 KiB");
    assertThat(read.records).extracting(Supplier::id).containsExactly("2");
  }

  @Test
  void invoiceOfTooManyItemsIsUnreadable() throws IOException {
    String items = "<item/>".repeat(Fields.MOST_ITEMS + 1);

    Collected<Invoice> read =
        xml(Shapes.INVOICE, "<r><d><id>1</id><items>" + items + "</items></d></r>");

    assertThat(read.unreadable).containsExactly("1: it has more than 20000 items");
  }

  @Test
  void invoiceOfTooMuchTextIsUnreadable() throws IOException {
    String items = ("<item><name>" + "x".repeat(60_000) + "</name></item>").repeat(150);

    Collected<Invoice> read =
        xml(Shapes.INVOICE, "<r><d><items>" + items + "</items><id>1</id></d></r>");

    assertThat(read.unreadable).containsExactly("1: it has more than 8 MiB of text");
  }

  @ParameterizedTest
  @ValueSource(strings = {"<r/>", "<r></r>", "\uFEFF<?xml version=\"1.0\"?> <!-- x --> <r> </r> "})
  void emptyRootIsAnEmptyList(String text) throws IOException {
    assertThat(xml(Shapes.SUPPLIER, text).records).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "OK",
        "{\"items\":[]}",
        "<r>",
        "<r><e><id>1</id></e>",
        "<r><e><id>1</id></r>",
        "<r/><r/>",
        "<r/>tail",
        "<r><e a=1/></r>",
        "<r>&unknown;</r>",
        "<r><e>\u0000</e></r>",
        "<!DOCTYPE r><r/>",
        "<!DOCTYPE r SYSTEM \"http://127.0.0.1:1/x.dtd\"><r/>",
        "<!DOCTYPE r [<!ENTITY a \"aa\"><!ENTITY b \"&a;&a;\">]><r><e><id>&b;</id></e></r>",
        "<!DOCTYPE r [<!ENTITY a SYSTEM \"file:///etc/hostname\">]><r><e><id>&a;</id></e></r>",
        "<!DOCTYPE r [<!ENTITY % p SYSTEM \"http://127.0.0.1:1/\"> %p;]><r/>",
        "<?xml version=\"1.0\" encoding=\"no-such\"?><r/>",
        "<?xml version=\"1.0\" encoding=\"UTF-16\"?><r><e><id>1</id></e></r>"
      })
  void brokenAnswerIsNoList(String text) {
    assertThat(trouble(text.getBytes(StandardCharsets.UTF_8))).isEqualTo(Kind.BROKEN_ANSWER);
  }

  @Test
  void wrongEncodingIsNotGuessed() {
    String text =
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?><r><e><id>1</id><name>Склад</name></e></r>";

    assertThat(trouble(text.getBytes(Charset.forName("windows-1251"))))
        .isEqualTo(Kind.BROKEN_ANSWER);
  }

  @ParameterizedTest
  @ValueSource(strings = {"windows-1251", "UTF-16", "UTF-16LE", "UTF-8"})
  void declaredEncodingsAreRead(String encoding) throws IOException {
    String text =
        "<?xml version=\"1.0\" encoding=\""
            + encoding
            + "\"?><r><e><id>1</id><name>Склад</name></e></r>";

    assertThat(xml(Shapes.SUPPLIER, text.getBytes(Charset.forName(encoding))).records)
        .extracting(Supplier::name)
        .containsExactly("Склад");
  }

  @Test
  void nestingIsBounded() {
    assertThat(trouble(("<r>" + "<a>".repeat(100_000)).getBytes(StandardCharsets.UTF_8)))
        .isEqualTo(Kind.BROKEN_ANSWER);
  }

  @Test
  void deepElementsThatNobodyKnowsAreSkipped() throws IOException {
    String deep = "<a>".repeat(500) + "<id>9</id>" + "</a>".repeat(500);

    assertThat(xml(Shapes.SUPPLIER, "<r><e>" + deep + "<id>1</id></e></r>").records)
        .extracting(Supplier::id)
        .containsExactly("1");
  }

  @Test
  void namesAreBounded() {
    StringBuilder text = new StringBuilder("<r>");
    for (int i = 0; i < 20_000; i++) {
      text.append("<e").append(i).append("/>");
    }

    assertThat(trouble(text.append("</r>").toString().getBytes(StandardCharsets.UTF_8)))
        .isEqualTo(Kind.BROKEN_ANSWER);
  }

  @ParameterizedTest
  @ValueSource(strings = {"<r><!--%s--></r>", "<r a='%s'/>", "<r><e><![CDATA[%s]]></e></r>"})
  void whatTheParserKeepsAsAWholeIsBounded(String form) {
    byte[] text = form.formatted("x".repeat(PieceLimit.LARGEST + 65_536)).getBytes();

    assertThat(trouble(text)).isEqualTo(Kind.TOO_LARGE);
  }

  /** A Java runtime counts each of them for its limits about entities. */
  @Test
  void anyNumberOfEscapedLettersIsRead() throws IOException {
    String supplier = "<e><id>1</id><name>" + "&amp;".repeat(1000) + "</name></e>";

    Collected<Supplier> read = xml(Shapes.SUPPLIER, "<r>" + supplier.repeat(500) + "</r>");

    assertThat(read.records).hasSize(500).allMatch(it -> it.name().equals("&".repeat(1000)));
  }

  @Test
  void pageOfTheWebIsNoServer() {
    assertThat(trouble("<HTML><body/></HTML>".getBytes())).isEqualTo(Kind.NOT_AN_IIKO_SERVER);
  }

  private static Kind trouble(byte[] body) {
    return catchThrowableOfType(IikoTrouble.class, () -> readAll(body)).kind();
  }

  private static void readAll(byte[] body) throws IOException {
    try {
      xml(Shapes.SUPPLIER, body);
    } catch (CutOff cut) {
      throw cut.trouble();
    }
  }
}
