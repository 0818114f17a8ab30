package com.partnerbridges.dev.stack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class UpArgumentsTest {

  @Test
  void withoutArgumentsDataIsKeptAndThereIsOneOfEach() {
    UpArguments arguments = UpArguments.parse();

    assertThat(arguments.demo()).isFalse();
    assertThat(arguments.fresh()).isFalse();
    assertThat(arguments.instances()).isEqualTo(1);
    assertThat(arguments.portOffset()).isZero();
    assertThat(arguments.prometheus()).isFalse();
  }

  @Test
  void stackOnOtherPortsKeepsItsStateElsewhere() {
    StackOptions usual = UpArguments.parse("--root", "/repo").stack();
    StackOptions moved = UpArguments.parse("--root", "/repo", "--port-offset", "7").stack();

    assertThat(usual.state()).hasToString("/repo/dev/.local-stack");
    assertThat(moved.state()).hasToString("/repo/dev/.local-stack/offset-7");
  }

  @Test
  void onlyTheDemonstrationIsImpatient() {
    assertThat(UpArguments.parse().stack().settings()).containsOnlyKeys("LOG_FORMAT");
    assertThat(UpArguments.parse("--demo").stack().settings()).containsKey("RECONCILE_AFTER");
  }

  @ParameterizedTest
  @ValueSource(strings = {"0", "21", "-1", "x", "1.5", "", "99999999999"})
  void unusableNumberOfInstancesIsRefusedByName(String number) {
    assertThatThrownBy(() -> UpArguments.parse("--instances", number))
        .isInstanceOf(StackException.class)
        .hasMessageStartingWith("--instances is a number from 1 to 20");
  }

  @Test
  void unknownOptionIsRefusedByName() {
    assertThatThrownBy(() -> UpArguments.parse("--nonsense"))
        .isInstanceOf(StackException.class)
        .hasMessageContaining("--nonsense");
  }

  @Test
  void optionWithoutItsValueIsRefused() {
    assertThatThrownBy(() -> UpArguments.parse("--instances"))
        .isInstanceOf(StackException.class)
        .hasMessage("--instances wants a value.");
  }
}
