package com.partnerbridges.xendit;

import java.util.List;

/**
 * A part of a list in its envelope.
 *
 * @param total how many match in all
 * @param page number of this part, from 1
 * @param size how many fit into a part
 * @param pages number of parts
 */
public record EnvelopeList<T>(
    boolean success, String message, List<T> data, long total, long page, long size, long pages) {

  public static <T> EnvelopeList<T> of(String message, List<T> data, long total, Page part) {
    long pages = (total + part.limit - 1) / part.limit;
    return new EnvelopeList<>(
        true, message, data, total, part.skip / part.limit + 1, part.limit, pages);
  }
}
