package com.partnerbridges.iiko.credential;

import com.partnerbridges.shared.credentials.Keyset;
import com.partnerbridges.shared.edge.SettingRules;
import jakarta.inject.Singleton;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;

/** A service does not start without keys for what it must keep secret. */
@Singleton
public class KeyRules implements SettingRules {

  private static final String KEYSET = "CREDENTIAL_ENCRYPTION_KEYS";
  private static final String FILE = "CREDENTIAL_ENCRYPTION_KEYS_FILE";
  private static final String ONLY = "CREDENTIAL_ENCRYPTION_KEY";

  /** A place for keys: its variable, its property, and what reads it. */
  private record Place(String variable, String property, Consumer<String> reader) {}

  private static final List<Place> PLACES =
      List.of(
          new Place(KEYSET, "iiko.keys.keyset", Keyset::parse),
          new Place(FILE, "iiko.keys.file", path -> KeyFile.read(Path.of(path.strip()))),
          new Place(ONLY, "iiko.keys.only", KeyRules::requireOne));

  @Override
  public Map<String, String> broken(Function<String, Optional<String>> settings) {
    List<Place> set =
        PLACES.stream().filter(place -> settings.apply(place.property()).isPresent()).toList();
    if (set.isEmpty()) {
      return Map.of(KEYSET, "is missing (or " + FILE + ", or " + ONLY + ")");
    }
    if (set.size() > 1) {
      return Map.of(set.get(1).variable(), "cannot be set together with " + set.get(0).variable());
    }
    Place place = set.get(0);
    return mistake(place, settings.apply(place.property()).orElseThrow())
        .map(mistake -> Map.of(place.variable(), "cannot be used: " + mistake))
        .orElse(Map.of());
  }

  private static void requireOne(String key) {
    if (key.contains(",")) {
      throw new IllegalArgumentException("It is more than one key: use " + KEYSET);
    }
    Keyset.parse(key);
  }

  /** Messages of keysets name entries by their position only. */
  private static Optional<String> mistake(Place place, String text) {
    try {
      place.reader().accept(text);
      return Optional.empty();
    } catch (IllegalArgumentException unusable) {
      return Optional.of(unusable.getMessage());
    }
  }
}
