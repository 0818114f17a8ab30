package com.partnerbridges.xendit.photo;

import static java.util.stream.Collectors.toUnmodifiableSet;

import com.partnerbridges.xendit.XenditConfig;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Which links pictures may have: https, on a host of the setting, at its usual port, and nothing in
 * them that two readers of links could understand differently. People get them by e-mail from us.
 */
@ApplicationScoped
class PhotoLinks {

  private static final int LONGEST = 2000;
  private static final Pattern VISIBLE = Pattern.compile("[\\x21-\\x7E&&[^\\\\\"<>`{}|^]]+");

  /** No user, no other port, no other alphabet. */
  private static final Pattern AUTHORITY = Pattern.compile("([A-Za-z0-9.-]+)(?::443)?");

  private final Set<String> hosts;

  PhotoLinks(XenditConfig config) {
    hosts =
        config.photos().hosts().orElse(List.of()).stream()
            .map(host -> host.strip().toLowerCase(Locale.ROOT))
            .collect(toUnmodifiableSet());
  }

  /** The link in its one spelling, so that the same one is known again; empty if not allowed. */
  Optional<String> read(String link) {
    if (link.length() > LONGEST || !VISIBLE.matcher(link).matches()) {
      return Optional.empty();
    }
    try {
      return spelled(new URI(link));
    } catch (URISyntaxException noLink) {
      return Optional.empty();
    }
  }

  private Optional<String> spelled(URI link) {
    if (!"https".equalsIgnoreCase(link.getScheme())
        || link.getRawAuthority() == null
        || link.getRawFragment() != null) {
      return Optional.empty();
    }
    String query = link.getRawQuery() == null ? "" : "?" + link.getRawQuery();
    return Optional.of(AUTHORITY.matcher(link.getRawAuthority()))
        .filter(authority -> authority.matches())
        .map(authority -> authority.group(1).toLowerCase(Locale.ROOT))
        .filter(hosts::contains)
        .map(host -> "https://" + host + link.getRawPath() + query);
  }
}
