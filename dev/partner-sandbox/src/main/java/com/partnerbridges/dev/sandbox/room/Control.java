package com.partnerbridges.dev.sandbox.room;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.vertx.core.buffer.Buffer;
import io.vertx.ext.web.RoutingContext;
import java.util.Map;
import java.util.NoSuchElementException;

/** How control routes read their calls and answer them. */
public final class Control {
  private static final System.Logger LOG = System.getLogger(Control.class.getName());
  private static final int DEFAULT_LIMIT = 100;

  private Control() {}

  public static void answer(RoutingContext call, Object value) {
    answer(call, 200, value);
  }

  public static void done(RoutingContext call) {
    answer(call, Map.of("status", "done"));
  }

  /** The JSON body; an absent one counts as {@code {}}. */
  public static <T> T body(RoutingContext call, Class<T> type) {
    Buffer body = call.body().buffer();
    T value =
        Json.read(
            body == null || body.length() == 0 ? new byte[] {'{', '}'} : body.getBytes(), type);
    if (value == null) {
      throw new IllegalArgumentException("null is no " + type.getSimpleName());
    }
    return value;
  }

  public static int limit(RoutingContext call) {
    String limit = call.request().getParam("limit");
    return limit == null ? DEFAULT_LIMIT : Integer.parseUnsignedInt(limit);
  }

  /** Answers a call whose handler threw. */
  public static void failed(RoutingContext call) {
    Throwable failure = call.failure();
    if (call.response().ended() || call.response().closed()) {
      return;
    }
    if (failure instanceof NoSuchElementException) {
      answer(call, 404, Map.of("message", String.valueOf(failure.getMessage())));
    } else if (failure instanceof IllegalArgumentException) {
      answer(call, 400, Map.of("message", rootMessage(failure)));
    } else if (failure == null) {
      answer(call, call.statusCode(), Map.of("message", ""));
    } else {
      LOG.log(System.Logger.Level.ERROR, "Sandbox failed at " + call.normalizedPath(), failure);
      answer(call, 500, Map.of("message", failure.toString()));
    }
  }

  private static String rootMessage(Throwable failure) {
    Throwable cause = failure;
    while (cause.getCause() != null) {
      cause = cause.getCause();
    }
    return cause instanceof JsonProcessingException json
        ? json.getOriginalMessage()
        : String.valueOf(cause.getMessage());
  }

  private static void answer(RoutingContext call, int status, Object value) {
    call.response()
        .setStatusCode(status)
        .putHeader("Content-Type", "application/json")
        .end(Buffer.buffer(Json.bytes(value)));
  }
}
