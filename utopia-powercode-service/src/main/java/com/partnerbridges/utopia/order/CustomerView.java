package com.partnerbridges.utopia.order;

import com.partnerbridges.utopia.gateway.Contract;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Who ordered, and where: what the office knows an order by. */
record CustomerView(String name, String street, String city) {

  /** Null before the look-up. */
  static CustomerView of(Contract contract) {
    return contract == null
        ? null
        : new CustomerView(
            joined(contract.firstName(), contract.lastName()),
            joined(contract.street(), contract.apt()),
            contract.city());
  }

  private static String joined(String... parts) {
    return Stream.of(parts).filter(Objects::nonNull).collect(Collectors.joining(" "));
  }

  @Override
  public String toString() {
    return "CustomerView[]";
  }
}
