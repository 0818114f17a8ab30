package com.partnerbridges.iiko.session;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;

@ApplicationScoped
public class AccountSessions {
  public Optional<AccountSession> open(String accountId, String actor) {
    return Optional.empty();
  }
}
