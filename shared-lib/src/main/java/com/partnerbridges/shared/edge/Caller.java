package com.partnerbridges.shared.edge;

import java.util.Set;

/** Who presented an API key: the name it was issued to and the roles it carries. */
public record Caller(String name, Set<String> roles) {
  public Caller {
    roles = Set.copyOf(roles);
  }
}
