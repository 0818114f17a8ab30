package com.partnerbridges.utopia.order;

import com.partnerbridges.utopia.gateway.PowercodeAddresses;

/** What PowerCode has of an order, as far as it is known. */
record PowercodeView(String customerId, String customerLink, String ticketId) {

  static PowercodeView of(Order order, PowercodeAddresses addresses) {
    String customerId = order.customerId().orElse(null);
    return new PowercodeView(
        customerId,
        customerId == null ? null : addresses.customerPage(customerId).toString(),
        order
            .step(Step.TICKET)
            .filter(step -> step.state() == StepState.DONE)
            .map(Step::result)
            .orElse(null));
  }
}
