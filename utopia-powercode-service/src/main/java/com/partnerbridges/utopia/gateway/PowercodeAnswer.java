package com.partnerbridges.utopia.gateway;

import com.fasterxml.jackson.databind.JsonNode;
import com.partnerbridges.shared.partner.PartnerCalls.Answer;
import com.partnerbridges.utopia.gateway.Outcome.Refused;
import java.util.function.Function;

/** Reads PowerCode's envelope: 0 is success, every other number is not, and HTTP says little. */
final class PowercodeAnswer {

  private static final String WHOLE_NUMBER = "-?[0-9]{1,9}";

  private final Answer answer;
  private final PowercodeFields fields;
  private final Mask mask;

  PowercodeAnswer(Answer answer, Mask mask) {
    this.answer = answer;
    this.fields = new PowercodeFields(answer.json());
    this.mask = mask;
  }

  /**
   * @param success what a success means
   */
  <T> Outcome<T> classic(Function<PowercodeFields, Outcome<T>> success) {
    return answer.status() == 200 ? envelope(success) : Outcomes.unclear("HTTP " + answer.status());
  }

  /** The same of what makes something, whose id a success must bring, and a refusal must not. */
  Outcome<String> made(String idName) {
    String id = fields.id(idName);
    Outcome<String> outcome =
        classic(
            success ->
                id == null
                    ? Outcomes.unclear("a success without " + idName)
                    : new Outcome.Done<>(id));
    return outcome instanceof Refused<String> && id != null
        ? Outcomes.unclear("a refusal with " + idName)
        : outcome;
  }

  /** The newer API says no by HTTP. */
  Outcome<Void> uapi() {
    int status = answer.status();
    boolean plainNo = status == 400 || status == 404 || status == 422;
    if (plainNo) {
      return new Refused<>(status, message());
    }
    return status >= 200 && status < 300
        ? envelope(success -> new Outcome.Done<>(null))
        : Outcomes.unclear("HTTP " + status);
  }

  private <T> Outcome<T> envelope(Function<PowercodeFields, Outcome<T>> success) {
    JsonNode code = fields.get("statusCode");
    boolean number = code.isIntegralNumber() || code.isTextual();
    if (!number || !code.asText().matches(WHOLE_NUMBER)) {
      return Outcomes.unclear("HTTP " + answer.status() + " without a statusCode");
    }
    int statusCode = Integer.parseInt(code.asText());
    return statusCode == 0 ? success.apply(fields) : new Refused<>(statusCode, message());
  }

  private String message() {
    return mask.line(fields.get("message"));
  }
}
