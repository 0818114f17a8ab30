package com.partnerbridges.utopia.letter;

import static java.util.stream.Collectors.joining;

import com.partnerbridges.utopia.gateway.Contract;
import com.partnerbridges.utopia.order.Order;
import com.partnerbridges.utopia.order.Step;
import com.partnerbridges.utopia.order.StepState;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * What the office reads about an order. Every text is one line: a name with a line break in it
 * shall not look like a line of ours. What there is not is empty.
 *
 * @param reason why it has stopped
 * @param now its state, when it is not the one any more that the letter tells of
 */
@RegisterForReflection(targets = {OrderLetter.class, OrderLetter.Line.class}) // for Qute
record OrderLetter(
    String orderref,
    String name,
    String address,
    String siteid,
    List<Line> steps,
    String customerLink,
    String boardLink,
    String reason,
    String now) {

  /**
   * A step.
   *
   * @param isUnclear whether a person must look whether it was done
   */
  record Line(String name, String state, String result, boolean isUnclear) {

    static Line of(Step step) {
      boolean unclear =
          !step.canBeChecked()
              && (step.state() == StepState.UNCLEAR || step.state() == StepState.STARTED);
      return new Line(inWords(step.name()), inWords(step.state()), line(step.result()), unclear);
    }

    private static String inWords(String step) {
      return switch (step) {
        case Step.LOOKUP -> "Look-up at UTOPIA";
        case Step.CUSTOMER -> "Customer";
        case Step.TICKET -> "Install ticket";
        case Step.TAGS -> "Tags";
        default -> "Service " + step.substring(Step.SERVICE.length());
      };
    }

    private static String inWords(StepState state) {
      return switch (state) {
        case WAITING -> "not done yet";
        case STARTED, UNCLEAR -> "not known whether it was done";
        case FAILED -> "failed";
        case DONE -> "done";
      };
    }
  }

  static OrderLetter of(
      QueuedLetter letter,
      Order order,
      Function<String, URI> customerPage,
      Optional<String> boardLink) {
    Optional<Contract> contract = Optional.ofNullable(order.contract());
    return new OrderLetter(
        order.orderref(),
        contract.map(it -> words(" ", it.firstName(), it.lastName())).orElse(""),
        contract.map(OrderLetter::address).orElse(""),
        contract.map(it -> line(it.siteid())).orElse(""),
        order.steps().stream().map(Line::of).toList(),
        order.customerId().map(customerPage).map(URI::toString).orElse(""),
        boardLink.orElse(""),
        line(letter.reason()),
        order.state().name().equals(letter.kind().name()) ? "" : order.state().name());
  }

  /** Whether a person must look in PowerCode before anything is done again. */
  public boolean isUnclear() {
    return steps.stream().anyMatch(Line::isUnclear);
  }

  @Override
  public String toString() {
    return "OrderLetter[" + orderref + "]";
  }

  private static String address(Contract it) {
    return words(
        ", ", it.street(), it.apt(), it.city(), words(" ", line(it.state()), line(it.zip())));
  }

  private static String words(String between, String... parts) {
    return Stream.of(parts)
        .map(OrderLetter::line)
        .filter(part -> !part.isBlank())
        .collect(joining(between));
  }

  private static String line(String text) {
    return text == null ? "" : text.replaceAll("[\\p{Cntrl}\\p{Zl}\\p{Zp}]+", " ").strip();
  }
}
