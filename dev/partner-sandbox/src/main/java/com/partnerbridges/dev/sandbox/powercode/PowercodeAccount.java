package com.partnerbridges.dev.sandbox.powercode;

import java.util.List;
import java.util.stream.Stream;

/** Everything that PowerCode has about one customer. */
public record PowercodeAccount(
    PowercodeCustomer customer,
    List<PowercodeService> services,
    List<PowercodeTicket> tickets,
    List<String> tags) {

  static PowercodeAccount of(PowercodeCustomer customer) {
    return new PowercodeAccount(customer, List.of(), List.of(), List.of());
  }

  PowercodeAccount with(PowercodeCustomer changed) {
    return new PowercodeAccount(changed, services, tickets, tags);
  }

  PowercodeAccount plus(PowercodeService service) {
    return new PowercodeAccount(customer, plus(services, service), tickets, tags);
  }

  PowercodeAccount plus(PowercodeTicket ticket) {
    return new PowercodeAccount(customer, services, plus(tickets, ticket), tags);
  }

  PowercodeAccount plus(String tag) {
    return new PowercodeAccount(customer, services, tickets, plus(tags, tag));
  }

  private static <T> List<T> plus(List<T> some, T another) {
    return Stream.concat(some.stream(), Stream.of(another)).toList();
  }
}
