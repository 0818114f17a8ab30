package com.partnerbridges.shared.metric;

import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.Tag;
import io.micrometer.core.instrument.config.MeterFilter;
import jakarta.inject.Singleton;
import java.util.Set;

/**
 * A request that was refused before it came to a method of ours has its whole path as the label
 * {@code uri} of {@code http.server.requests}: an order's id in it, or a secret. All of these
 * become one.
 */
@Singleton
class UnmatchedPaths implements MeterFilter {

  private static final String REQUESTS = "http.server.requests";

  /** Wrong method, no acceptable form, too large, wrong type, too many. */
  private static final Set<String> BEFORE_MATCHING = Set.of("405", "406", "413", "415", "429");

  @Override
  public Meter.Id map(Meter.Id id) {
    String uri = id.getTag("uri");
    boolean isPath = uri != null && uri.startsWith("/") && !uri.contains("{");
    return id.getName().equals(REQUESTS) && isPath && BEFORE_MATCHING.contains(id.getTag("status"))
        ? id.replaceTags(
            id.getTags().stream()
                .map(tag -> tag.getKey().equals("uri") ? Tag.of("uri", "UNMATCHED") : tag)
                .toList())
        : id;
  }
}
