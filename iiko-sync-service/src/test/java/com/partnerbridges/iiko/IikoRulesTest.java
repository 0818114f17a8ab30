package com.partnerbridges.iiko;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class IikoRulesTest {

  @ParameterizedTest
  @CsvSource({
    "iiko.sync.invoice-piece, 23h, INVOICE_PIECE",
    "iiko.sync.invoice-piece, 1d,",
    "iiko.sync.invoice-piece, 31d,",
    "iiko.sync.invoice-piece, 32d, INVOICE_PIECE",
    "iiko.sync.invoice-window, 1h, INVOICE_WINDOW",
    "iiko.sync.invoice-window, 366d,",
    "iiko.sync.invoice-window, 367d, INVOICE_WINDOW",
    "iiko.sync.invoice-history, 1827d,",
    "iiko.sync.invoice-history, 5000d, INVOICE_HISTORY",
    "iiko.server.token-refresh-interval, 56m, IIKO_TOKEN_REFRESH_INTERVAL"
  })
  void settingsOutOfTheirRangeAreNamed(String property, String value, String wrong) {
    Map<String, String> broken =
        new IikoRules().broken(name -> Optional.of(value).filter(given -> name.equals(property)));

    assertThat(broken.keySet()).isEqualTo(wrong == null ? Set.of() : Set.of(wrong));
  }
}
