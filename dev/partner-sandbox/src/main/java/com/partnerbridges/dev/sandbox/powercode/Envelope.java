package com.partnerbridges.dev.sandbox.powercode;

import com.partnerbridges.dev.sandbox.room.Answer;
import java.util.LinkedHashMap;
import java.util.Map;

/** PowerCode's answers: 0 is a success, every other number a failure, whatever HTTP says. */
final class Envelope {
  private Envelope() {}

  static Answer success(Map<String, ?> fields) {
    return answer(200, 0, "Success", fields);
  }

  static Answer failure(int httpStatus, int statusCode, String message) {
    return answer(httpStatus, statusCode, message, Map.of());
  }

  private static Answer answer(
      int httpStatus, int statusCode, String message, Map<String, ?> fields) {
    Map<String, Object> body = new LinkedHashMap<>();
    body.put("message", message);
    body.put("statusCode", statusCode);
    body.putAll(fields);
    return Answer.json(httpStatus, body);
  }
}
