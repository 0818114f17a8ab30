package com.partnerbridges.iiko.credential;

import static java.util.stream.Stream.concat;

import com.partnerbridges.shared.metric.Figure;
import com.partnerbridges.shared.metric.Tally;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.stream.Stream;

/**
 * The metrics {@code iiko.credentials}, by what is wrong or not yet done, and {@code
 * iiko.credentials.sealed}, by the key that sealed them.
 */
@ApplicationScoped
class KeyTally implements Tally {

  private final KeyUse use;

  KeyTally(KeyUse use) {
    this.use = use;
  }

  @Override
  public Uni<List<Figure>> take() {
    return Uni.createFrom()
        .deferred(use::look)
        .runSubscriptionOn(Infrastructure.getDefaultWorkerPool())
        .map(KeyTally::figures);
  }

  private static List<Figure> figures(KeysView now) {
    return concat(
            Stream.of(
                credentials("REMAINING", now.remaining()),
                credentials("QUARANTINED", now.quarantined()),
                credentials("DAMAGED", now.damaged())),
            now.keys().stream()
                .map(key -> new Figure("iiko.credentials.sealed", "key", key.id(), key.accounts())))
        .toList();
  }

  private static Figure credentials(String state, long number) {
    return new Figure("iiko.credentials", "state", state, number);
  }
}
