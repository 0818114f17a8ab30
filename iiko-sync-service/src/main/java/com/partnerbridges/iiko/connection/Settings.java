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
        wish.source() == null ? Source.XML : Source.valueOf(wish.source().toUpperCase(Locale.ROOT)),
        zone(wish.timeZone()),
        wish.alertEmail());
  }

  static Settings of(StoredConnection connection) {
    return new Settings(
        connection.baseUrl(), connection.source(), connection.zone(), connection.alertEmail());
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

  private static ZoneId zone(String name) {
    if (name == null) {
      return ZoneId.of("UTC");
    }
    if (!ZoneId.getAvailableZoneIds().contains(name)) {
      throw Problem.invalid("time_zone", "must be the name of a zone, such as Europe/Rome", "zone");
    }
    return ZoneId.of(name);
  }
}
