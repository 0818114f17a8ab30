package com.partnerbridges.shared.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DatabaseRulesTest {

  @ParameterizedTest
  @CsvSource({"0s, 1", "PT-1S, 1", "1ms, 0", "4s, 0", "9999ms, 0", "10s, 1", "1m, 1", "soon, 0"})
  void aStatementEndsBeforeItsConnectionIsClosed(String limit, int complaints) {
    Map<String, String> wrong =
        new DatabaseRules()
            .broken(name -> Optional.of(limit).filter(it -> name.endsWith("-timeout")));

    assertThat(wrong).hasSize(complaints);
  }
}
