package com.partnerbridges.iiko.connection;

import com.partnerbridges.iiko.gateway.IikoServer.Source;
import com.partnerbridges.iiko.session.StoredConnection;
import com.partnerbridges.shared.edge.Problem;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.ZoneId;
import java.util.Locale;

/** What is stored of a connection besides its login. */
record Settings(URI baseUrl, Source source, ZoneId zone, String alertEmail) {

  /**
   * @throws Problem 400 that names the field
   */
  static Settings of(Wish.Connect wish) {
    return new Settings(
        uri(wish.baseUrl()),
        wish.source() == null ? Source.XML : source(wish.source()),
        wish.timeZone() == null ? ZoneId.of("UTC") : zone(wish.timeZone()),
        wish.alertEmail());
  }

  /**
   * What is stored, changed as wished.
   *
   * @throws Problem 400 that names the field
   */
  static Settings of(StoredConnection before, Wish.Credentials wish) {
    return new Settings(
        wish.baseUrl() == null ? before.baseUrl() : uri(wish.baseUrl()),
        wish.source() == null ? before.source() : source(wish.source()),
        wish.timeZone() == null ? before.zone() : zone(wish.timeZone()),
        wish.alertEmail() == null ? before.alertEmail() : orNull(wish.alertEmail()));
  }

  String sourceWord() {
    return source.name().toLowerCase(Locale.ROOT);
  }

  private static URI uri(String text) {
    try {
      return new URI(text.strip().replaceAll("/+$", ""));
    } catch (URISyntaxException malformed) {
      throw Problem.invalid("base_url", "must be an address such as https://chain.iiko.it", "url");
    }
  }

  private static Source source(String word) {
    return Source.valueOf(word.toUpperCase(Locale.ROOT));
  }

  private static String orNull(String text) {
    return text.isEmpty() ? null : text;
  }

  private static ZoneId zone(String name) {
    if (!ZoneId.getAvailableZoneIds().contains(name)) {
      throw Problem.invalid("time_zone", "must be the name of a zone, such as Europe/Rome", "zone");
    }
    return ZoneId.of(name);
  }
}
