package com.partnerbridges.dev.sandbox.iiko;

import com.partnerbridges.dev.sandbox.room.Traffic;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The servers by name. The first one is always there. */
final class IikoTenants {
  static final String DEMO = "demo";
  private static final int MOST = 1000;
  private static final int KEPT_CALLS = 200;

  private final Map<String, IikoTenant> byName = new LinkedHashMap<>();
  private final IikoTenant demo;

  IikoTenants() {
    demo = new IikoTenant(DEMO, new Traffic(IikoRoom.NAME, IikoApi.OPERATIONS));
    byName.put(DEMO, demo);
  }

  IikoTenant demo() {
    return demo;
  }

  Optional<IikoTenant> find(String name) {
    return Optional.ofNullable(byName.get(name));
  }

  /** Makes it when there is none. */
  IikoTenant get(String name) {
    IikoTenant known = byName.get(name);
    if (known != null) {
      return known;
    }
    if (!name.matches("[a-z0-9-]{1,64}") || byName.size() == MOST) {
      throw new IllegalArgumentException(
          "Up to " + MOST + " tenants, names of up to 64 small letters, digits and hyphens");
    }
    Traffic traffic = new Traffic(IikoRoom.NAME, IikoApi.OPERATIONS, KEPT_CALLS);
    IikoTenant made = new IikoTenant(name, traffic);
    byName.put(name, made);
    return made;
  }

  Collection<IikoTenant> all() {
    return byName.values();
  }

  void reset() {
    byName.keySet().retainAll(Set.of(DEMO));
    demo.reset();
  }
}
