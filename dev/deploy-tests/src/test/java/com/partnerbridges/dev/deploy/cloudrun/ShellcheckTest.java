package com.partnerbridges.dev.deploy.cloudrun;

import static org.assertj.core.api.Assertions.assertThat;

import com.partnerbridges.dev.deploy.Command;
import com.partnerbridges.dev.deploy.Repository;
import com.partnerbridges.dev.deploy.Tool;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ShellcheckTest {

  @Test
  void findsNothingInTheScripts() throws Exception {
    String shellcheck = Tool.find("shellcheck").toString();

    Command run =
        Command.run(
            Repository.DEPLOY.resolve("cloud-run"),
            Map.of(),
            List.of(shellcheck, "-x", "bootstrap", "deploy", "lib.bash"));

    assertThat(run.out()).isEmpty();
    assertThat(run.exit()).as(run.err()).isZero();
  }
}
