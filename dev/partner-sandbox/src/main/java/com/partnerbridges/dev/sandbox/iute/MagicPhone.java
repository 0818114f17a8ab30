package com.partnerbridges.dev.sandbox.iute;

import com.partnerbridges.dev.sandbox.room.Answer;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Phone numbers whose last digits decide the answer; no order is kept for them. */
enum MagicPhone {
  /** No Iute customer. Sources disagree on the HTTP status, so there is a number for each. */
  UNKNOWN_404("000", 404),
  UNKNOWN_200("001", 200),
  REFUSED("400", 400);

  private final String ending;
  private final int status;

  MagicPhone(String ending, int status) {
    this.ending = ending;
    this.status = status;
  }

  static Optional<MagicPhone> of(String phone) {
    for (MagicPhone magic : values()) {
      if (phone.endsWith(magic.ending)) {
        return Optional.of(magic);
      }
    }
    return Optional.empty();
  }

  Answer answer() {
    if (this == REFUSED) {
      return Answer.json(status, Map.of("message", "The order was refused"));
    }
    Map<String, Object> body = new LinkedHashMap<>();
    body.put("status", "CUSTOMER_NOT_EXISTS");
    body.put("message", "Customer does not exist, an invitation was sent");
    body.put("myiuteCustomer", false);
    return Answer.json(status, body);
  }
}
