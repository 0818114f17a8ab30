package com.partnerbridges.utopia.ticket;

import com.partnerbridges.shared.edge.SettingRules;
import jakarta.inject.Singleton;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** A service does not start with a ticket template that cannot be used. */
@Singleton
public class TicketRules implements SettingRules {

  @Override
  public Map<String, String> broken(Function<String, Optional<String>> settings) {
    return settings
        .apply("utopia.ticket.description-file")
        .flatMap(file -> mistake(Path.of(file.strip())))
        .map(mistake -> Map.of("TICKET_DESCRIPTION_FILE", "cannot be used: " + mistake))
        .orElse(Map.of());
  }

  private static Optional<String> mistake(Path file) {
    try {
      TicketTemplate.of(TicketFile.read(file));
      return Optional.empty();
    } catch (BrokenTemplate broken) {
      return Optional.of(broken.getMessage());
    }
  }
}
