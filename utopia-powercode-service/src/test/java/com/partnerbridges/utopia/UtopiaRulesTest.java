package com.partnerbridges.utopia;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class UtopiaRulesTest {

  @ParameterizedTest
  @CsvSource({
    "60s, 10s, 20s, 0",
    "40001ms, 10s, 20s, 0",
    "40s, 10s, 20s, 1",
    "20s, 1s, 20s, 1",
    "5s, 1s, 4s, 0",
    "PT1M, PT15S, 20s, 1"
  })
  void aLeaseIsLongerThanAStep(String lease, String powercode, String utopia, int complaints) {
    Map<String, String> settings =
        Map.of(
            "utopia.order.lease", lease,
            "utopia.powercode.calls.read-timeout", powercode,
            "utopia.api.calls.read-timeout", utopia);

    assertThat(broken(settings)).hasSize(complaints);
  }

  @Test
  void whatIsMissingOrUnreadableIsForOthersToTell() {
    assertThat(broken(Map.of())).isEmpty();
    assertThat(broken(Map.of("utopia.order.lease", "soon"))).isEmpty();
  }

  private static Map<String, String> broken(Map<String, String> settings) {
    return new UtopiaRules().broken(property -> Optional.ofNullable(settings.get(property)));
  }
}
