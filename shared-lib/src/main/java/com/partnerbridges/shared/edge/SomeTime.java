package com.partnerbridges.shared.edge;

import io.quarkus.runtime.configuration.DurationConverter;
import java.time.Duration;
import org.eclipse.microprofile.config.spi.Converter;

/** A setting that must last: a time limit, a lease, a pause that shall not become a busy loop. */
public final class SomeTime implements Converter<Duration> {
  private static final long serialVersionUID = 1;
  private static final Duration LEAST = Duration.ofMillis(1);

  @Override
  public Duration convert(String text) {
    Duration time = DurationConverter.parseDuration(text);
    if (time != null && time.compareTo(LEAST) < 0) {
      throw new UnusableSetting("it must be at least 1ms");
    }
    return time;
  }
}
