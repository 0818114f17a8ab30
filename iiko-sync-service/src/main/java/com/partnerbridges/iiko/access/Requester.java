package com.partnerbridges.iiko.access;

import jakarta.enterprise.context.RequestScoped;
import java.util.Map;

/** Who the token of the request belongs to. Filled before a {@link ForAccount} resource is run. */
@RequestScoped
public class Requester {

  private String name;
  private Map<String, AccountRole> accounts = Map.of();

  void is(String who, Map<String, AccountRole> roles) {
    name = who;
    accounts = roles;
  }

  /** As the identity provider names the person; fit to be stored. */
  public String name() {
    return name;
  }

  /** The role in each account, by account id. */
  public Map<String, AccountRole> accounts() {
    return accounts;
  }
}
