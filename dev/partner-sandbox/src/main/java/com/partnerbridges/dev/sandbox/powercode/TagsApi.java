package com.partnerbridges.dev.sandbox.powercode;

import com.fasterxml.jackson.databind.JsonNode;
import com.partnerbridges.dev.sandbox.room.Answer;
import com.partnerbridges.dev.sandbox.room.Json;
import io.vertx.core.buffer.Buffer;
import io.vertx.ext.web.RoutingContext;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;

/**
 * The tags of the newer API. That the key stands without a colon and that there is one tag in each
 * call is known; path, body and answers are assumptions.
 */
final class TagsApi {
  private static final String BASIC =
      "Basic "
          + Base64.getEncoder()
              .encodeToString(PowercodeApi.KEY.getBytes(StandardCharsets.US_ASCII));

  private final PowercodeBooks books;
  private final Desk desk;

  TagsApi(PowercodeBooks books, Desk desk) {
    this.books = books;
    this.desk = desk;
  }

  Answer addTag(RoutingContext call) {
    if (!BASIC.equals(call.request().getHeader("Authorization"))) {
      return Envelope.failure(401, PowercodeRefusal.WRONG_KEY, "Invalid API key");
    }
    String tag = tag(call.body().buffer());
    if (tag.isBlank()) {
      return Envelope.failure(400, PowercodeRefusal.INVALID, "tag must be one text");
    }
    String customerId = call.pathParam("id");
    if (books.find(customerId).isEmpty()) {
      return Envelope.failure(404, PowercodeRefusal.NOT_FOUND, "No customer " + customerId);
    }
    try {
      desk.admit(PowercodeApi.ADD_TAG);
    } catch (PowercodeRefusal refused) {
      return Envelope.failure(200, refused.statusCode(), refused.getMessage());
    }
    books.addTag(customerId, tag);
    desk.done(PowercodeApi.ADD_TAG);
    return Envelope.success(Map.of());
  }

  /** Empty when there is none, or more than one. */
  private static String tag(Buffer body) {
    try {
      JsonNode tag = Json.tree(body == null ? new byte[0] : body.getBytes()).path("tag");
      return tag.isTextual() ? tag.textValue() : "";
    } catch (IllegalArgumentException notJson) {
      return "";
    }
  }
}
