package com.partnerbridges.utopia.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.partnerbridges.shared.edge.UnusableSetting;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ServicePlansTest {

  @Test
  void quantityIsOneAndNothingIsProratedUnlessItSaysSo() {
    ServicePlans plans = ServicePlans.of("1 Gbps=164; 250 Mbps = 163:2 ;Voice=7:1:1;");

    assertThat(plans.find("1 GBPS")).contains(new Plan(164, 1, false));
    assertThat(plans.find("250mbps")).contains(new Plan(163, 2, false));
    assertThat(plans.find("voice")).contains(new Plan(7, 1, true));
  }

  @Test
  void aDescriptionMayHoldAnEqualsSign() {
    assertThat(ServicePlans.of("up=down=5").find("up = down")).contains(new Plan(5, 1, false));
  }

  @Test
  void onlyTheWholeDescriptionMatches() {
    ServicePlans plans = ServicePlans.of("1 Gbps=164");

    assertThat(plans.find("1 Gbps Plus")).isEmpty();
    assertThat(plans.find("Gbps")).isEmpty();
    assertThat(plans.find("")).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        ";",
        "164",
        "=164",
        " =164",
        "a=",
        "a=x",
        "a=0",
        "a=1:0",
        "a=1:1:2",
        "a=1:1:1:1",
        "a=-1",
        "a=1;A=2",
        "a=1234567890"
      })
  void whatIsNoMappingIsUnusable(String text) {
    assertThatThrownBy(() -> ServicePlans.of(text)).isInstanceOf(UnusableSetting.class);
  }

  @Test
  void additionalPlansHaveTheSameFormWithoutADescription() {
    assertThat(AdditionalPlans.of("172, 173:2:1").plans())
        .containsExactly(new Plan(172, 1, false), new Plan(173, 2, true));
  }
}
