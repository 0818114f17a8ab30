package com.partnerbridges.iiko.connection;

import com.partnerbridges.iiko.connection.SupplierSearchResource.Found;
import com.partnerbridges.iiko.connection.SupplierSearchResource.FoundSupplier;
import com.partnerbridges.iiko.gateway.IikoTrouble;
import com.partnerbridges.iiko.gateway.RecordSink;
import com.partnerbridges.iiko.gateway.Supplier;
import com.partnerbridges.iiko.session.AccountSession;
import com.partnerbridges.iiko.session.AccountSessions;
import com.partnerbridges.iiko.session.LeaseLost;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A search at the account's server, in a session of its own. */
@ApplicationScoped
class SupplierSearch {

  private static final int MOST = 200;

  /** A login, and the search itself. */
  private static final int CALLS = 2;

  /** A person does not wait until a sync's calls are long enough ago. */
  private static final Duration LONGEST_PAUSE = Duration.ofSeconds(2);

  private final AccountSessions sessions;

  SupplierSearch(AccountSessions sessions) {
    this.sessions = sessions;
  }

  Found named(String accountId, String name, String actor) {
    try (AccountSession session =
        Patience.with(() -> open(accountId, actor)).orElseThrow(Refusal::busy)) {
      Hits hits = new Hits();
      try {
        session.iiko().suppliersNamed(name, hits);
      } catch (Enough cut) {
        // the rest of the answer is not waited for
      }
      return new Found(hits.found, hits.cut, hits.unreadable);
    } catch (IikoTrouble trouble) {
      throw Refusal.of(trouble);
    } catch (LeaseLost toAnother) {
      throw Refusal.busy();
    }
  }

  private Optional<AccountSession> open(String accountId, String actor) {
    Duration pause = sessions.pause(accountId, CALLS);
    if (pause.compareTo(LONGEST_PAUSE) > 0) {
      throw Refusal.busyFor(pause);
    }
    return sessions.open(accountId, actor, "supplier search");
  }

  /** Takes the first so many. */
  private static final class Hits implements RecordSink<Supplier> {

    private final List<FoundSupplier> found = new ArrayList<>();
    private boolean cut;
    private int unreadable;

    @Override
    public void record(Supplier supplier) {
      if (found.size() == MOST) {
        cut = true;
        throw new Enough();
      }
      found.add(FoundSupplier.of(supplier));
    }

    @Override
    public void unreadable(String iikoId, String reason) {
      unreadable++;
    }
  }

  private static final class Enough extends RuntimeException {
    Enough() {
      super("enough", null, false, false);
    }
  }
}
