package com.partnerbridges.iiko.gateway;

import com.partnerbridges.shared.edge.Secret;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Remembers what it heard. */
final class HeardWatch implements SessionWatch {

  final List<String> events = new ArrayList<>();
  final List<Secret> tokens = new ArrayList<>();
  final List<Long> bytes = new ArrayList<>();
  RuntimeException failure;
  RuntimeException lost;

  @Override
  public void loggingInAgain() {
    if (lost != null) {
      throw lost;
    }
  }

  @Override
  public void loggedIn(Secret token) {
    if (failure != null) {
      throw failure;
    }
    tokens.add(token);
    events.add("loggedIn");
  }

  @Override
  public void loggedOut() {
    events.add("loggedOut");
  }

  @Override
  public void called(String operation, String outcome, long received, Duration took) {
    events.add(operation + " " + outcome);
    bytes.add(received);
  }
}
