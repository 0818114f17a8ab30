package com.partnerbridges.dev.sandbox.iiko;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.InputStream;
import java.io.OutputStream;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.time.LocalDate;
import java.util.HexFormat;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class IikoBulkTest extends IikoRig {
  private static final long MEGABYTE = 1_000_000;
  private String token;

  @BeforeEach
  void logIn() throws Exception {
    token = iiko.login();
  }

  @Test
  void bulkIsTheSameEachTimeAndAnotherWhenItIsChanged() throws Exception {
    control.bulk(IikoBulk.invoices(300, 20));
    String first = hash();
    String second = hash();

    control.bulk(IikoBulk.invoices(300, 20).withChanged(1));

    assertThat(second).isEqualTo(first);
    assertThat(hash()).isNotEqualTo(first);
  }

  @Test
  void changeTouchesSoManyInvoicesAndNoOther() throws Exception {
    control.bulk(IikoBulk.invoices(50, 3).withChanged(4));

    assertThat(IikoListTest.items(iiko.xml(invoices(), token), "incomingInvoiceDtoes"))
        .filteredOn(one -> IikoListTest.text(one, "comment").equals("Исправлено"))
        .hasSize(4);
  }

  @Test
  void bulkIsSpreadOverItsDays() throws Exception {
    LocalDate from = TODAY.minusDays(1000);
    control.bulk(IikoBulk.invoices(70, 1).between(from, from.plusDays(6)));

    assertThat(IikoListTest.items(iiko.xml(invoices(from, from), token), "incomingInvoiceDtoes"))
        .hasSize(10);
    assertThat(
            IikoListTest.items(
                iiko.xml(invoices(from.plusDays(5), from.plusDays(20)), token),
                "incomingInvoiceDtoes"))
        .hasSize(20);
  }

  @Test
  void twentyMegabytesOfSuppliersAreOneList() throws Exception {
    control.bulk(IikoBulk.suppliers(30_000));

    assertThat(read("/resto/api/suppliers")).isGreaterThan(20 * MEGABYTE);
  }

  @Test
  void twoHundredMegabytesOfInvoicesNeedNoMemory() throws Exception {
    control.bulk(IikoBulk.invoices(20_000, 20));

    long bytes = read(invoices());

    assertThat(bytes).isGreaterThan(200 * MEGABYTE);
    assertThat(control.awaitUse(use -> use.open() == 0, PATIENCE).bytes())
        .containsEntry(IikoSandboxClient.INVOICES, bytes);
  }

  @Test
  void listIsMadeNoFasterThanItIsRead() throws Exception {
    control.bulk(IikoBulk.invoices(20_000, 20));
    try (InputStream unread = iiko.stream(invoices(), token)) {

      assertThat(unread.read()).isEqualTo('<');

      assertThat(control.use().open()).isEqualTo(1);
    }
    IikoUse use = control.awaitUse(now -> now.open() == 0, PATIENCE);
    assertThat(use.bytes().get(IikoSandboxClient.INVOICES)).isLessThan(50 * MEGABYTE);
  }

  private String hash() throws Exception {
    MessageDigest sha = MessageDigest.getInstance("SHA-256");
    try (InputStream body = new DigestInputStream(iiko.stream(invoices(), token), sha)) {
      body.transferTo(OutputStream.nullOutputStream());
    }
    return HexFormat.of().formatHex(sha.digest());
  }

  private long read(String path) throws Exception {
    try (InputStream body = iiko.stream(path, token)) {
      return body.transferTo(OutputStream.nullOutputStream());
    }
  }
}
