package com.partnerbridges.dev.sandbox.room;

import java.time.Instant;
import java.util.Map;

/**
 * A call that a partner received.
 *
 * @param headers the request's, secrets masked
 * @param body the request's, cut at 16 KiB
 * @param status null when the connection was dropped
 * @param answer the response body, cut at 16 KiB
 * @param fault what was made to go wrong; {@code NONE} most of the time
 */
public record RecordedCall(
    long id,
    Instant time,
    String partner,
    String operation,
    String method,
    String path,
    Map<String, String> headers,
    String body,
    Integer status,
    String answer,
    long millis,
    Fault.Kind fault) {}
