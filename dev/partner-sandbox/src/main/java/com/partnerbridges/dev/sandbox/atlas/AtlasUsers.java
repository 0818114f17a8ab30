package com.partnerbridges.dev.sandbox.atlas;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Who is logged in, by token. */
final class AtlasUsers {
  private final Map<String, AtlasUser> users = new LinkedHashMap<>();

  AtlasUsers() {
    reset();
  }

  Optional<AtlasUser> find(String token) {
    return Optional.ofNullable(users.get(token));
  }

  void put(String token, AtlasUser user) {
    users.put(token, user);
  }

  void remove(String token) {
    users.remove(token);
  }

  Map<String, AtlasUser> all() {
    return users;
  }

  void reset() {
    users.clear();
    put(AtlasSandboxClient.STAFF, AtlasUser.of(1, "staff", new AtlasRole("STAFF", 10, "PHOTOBOX")));
    put(
        AtlasSandboxClient.ADMIN,
        AtlasUser.of(
            2,
            "admin",
            new AtlasRole("STAFF", 10, "PHOTOBOX"),
            new AtlasRole("ADMIN", 50, "PHOTOBOX")));
    put(
        AtlasSandboxClient.SUPER,
        AtlasUser.of(3, "super", new AtlasRole("SUPER_ADMIN", 100, "ATLAS")));
    // a high level somewhere else, which counts for nothing here
    put(
        AtlasSandboxClient.NO_ROLE,
        AtlasUser.of(4, "norole", new AtlasRole("ADMIN", 50, "WAREHOUSE")));
    put(
        AtlasSandboxClient.OTHER_CASE,
        AtlasUser.of(5, "other-case", new AtlasRole("STAFF", 1, "photobox")));
  }
}
