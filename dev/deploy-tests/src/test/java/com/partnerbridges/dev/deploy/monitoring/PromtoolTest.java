package com.partnerbridges.dev.deploy.monitoring;

import static org.assertj.core.api.Assertions.assertThat;

import com.partnerbridges.dev.deploy.Command;
import com.partnerbridges.dev.deploy.Tool;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PromtoolTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "check config prometheus.yml",
        "check rules rules/recording.yml rules/alerts.yml",
        "test rules tests/alerts_test.yml"
      })
  void findsNothingWrong(String arguments) throws Exception {
    List<String> line = new ArrayList<>(List.of(Tool.find("promtool").toString()));
    line.addAll(List.of(arguments.split(" ")));

    Command run = Command.run(Alerts.MONITORING, Map.of(), line);

    assertThat(run.exit()).as(run.out() + run.err()).isZero();
  }
}
