package com.partnerbridges.shared.edge;

import io.quarkus.runtime.configuration.DurationConverter;
import java.time.Duration;
import org.eclipse.microprofile.config.spi.Converter;

/** A setting that may be zero, where there is to be no pause at all. */
public final class TimeOrNone implements Converter<Duration> {
  private static final long serialVersionUID = 1;

  @Override
  public Duration convert(String text) {
    Duration time = DurationConverter.parseDuration(text);
    if (time != null && time.isNegative()) {
      throw new UnusableSetting("it must not be negative");
    }
    return time;
  }
}
