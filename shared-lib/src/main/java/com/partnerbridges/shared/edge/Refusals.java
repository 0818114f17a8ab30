package com.partnerbridges.shared.edge;

import java.util.List;
import java.util.Locale;

/** The problems that every service has, in one wording. */
final class Refusals {
  /** The kind of what is no value of its type at all. */
  static final String UNREADABLE = "unreadable";

  private Refusals() {}

  static Problem internal(String incident) {
    return Problem.of(500, "INTERNAL", "Something went wrong here; it is logged as this incident.")
        .with("incident", incident);
  }

  static Problem malformedJson(String detail) {
    return Problem.of(400, "MALFORMED_JSON", detail);
  }

  static Problem validationFailed(List<FieldError> errors) {
    return Problem.of(400, "VALIDATION_FAILED", "Some fields of the request are not valid.")
        .with("errors", errors);
  }

  static Problem unreadableParameter() {
    return validationFailed(List.of(new FieldError("", "a parameter cannot be read", UNREADABLE)));
  }

  static Problem of(int status) {
    return switch (status) {
      case 404 -> Problem.of(404, "NOT_FOUND", "There is nothing at this address.");
      case 405 -> Problem.of(405, "METHOD_NOT_ALLOWED", "This address has no such method.");
      case 406 -> Problem.of(406, "NOT_ACCEPTABLE", "There is no answer in an accepted format.");
      case 413 -> Problem.of(413, "BODY_TOO_LARGE", "The request body is larger than allowed.");
      case 415 ->
          Problem.of(415, "UNSUPPORTED_MEDIA_TYPE", "The body's Content-Type is not supported.");
      default -> Problem.of(status, code(status), "The request was refused.");
    };
  }

  private static String code(int status) {
    return HttpTitle.of(status).toUpperCase(Locale.ROOT).replaceAll("[^A-Z0-9]+", "_");
  }
}
