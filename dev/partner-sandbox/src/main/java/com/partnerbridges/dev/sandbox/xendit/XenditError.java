package com.partnerbridges.dev.sandbox.xendit;

import com.partnerbridges.dev.sandbox.room.Answer;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Xendit's error codes. The last two names are assumed: which ones Xendit uses is not public. */
enum XenditError {
  API_VALIDATION_ERROR(400),
  INVALID_API_KEY(401),
  CHANNEL_NOT_ACTIVATED(403),
  DATA_NOT_FOUND(404),
  DUPLICATE_ERROR(409),
  RATE_LIMIT_EXCEEDED(429),
  SERVER_ERROR(500),
  CHANNEL_UNAVAILABLE(503),
  INACTIVE_QR_CODE(400),
  MAXIMUM_REFUND_AMOUNT_REACHED(400);

  private static final Map<String, String> SPENT_LIMIT =
      Map.of("Rate-Limit-Limit", "60", "Rate-Limit-Remaining", "0", "Rate-Limit-Reset", "0.250");

  private final int status;

  XenditError(int status) {
    this.status = status;
  }

  /** What the create amounts with a meaning in test mode answer. */
  static Optional<XenditError> ofMagicAmount(long amount) {
    return Optional.ofNullable(
        Map.of(10_100L, CHANNEL_NOT_ACTIVATED, 10_101L, CHANNEL_UNAVAILABLE, 10_102L, SERVER_ERROR)
            .get(amount));
  }

  /** The answer with a status that a fault asks for. */
  static Answer answerOf(int status) {
    return Arrays.stream(values())
        .filter(error -> error.status == status)
        .findFirst()
        .orElse(SERVER_ERROR)
        .answer(status, "Set by the sandbox", List.of());
  }

  Answer answer(String message) {
    return answer(status, message, List.of());
  }

  Answer answer(String message, List<?> errors) {
    return answer(status, message, errors);
  }

  private Answer answer(int newStatus, String message, List<?> errors) {
    Map<String, Object> body = new LinkedHashMap<>();
    body.put("error_code", name());
    body.put("message", message);
    if (!errors.isEmpty()) {
      body.put("errors", errors);
    }
    return Answer.json(newStatus, body).with(this == RATE_LIMIT_EXCEEDED ? SPENT_LIMIT : Map.of());
  }
}
