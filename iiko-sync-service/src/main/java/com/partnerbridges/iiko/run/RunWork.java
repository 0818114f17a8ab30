package com.partnerbridges.iiko.run;

import com.partnerbridges.iiko.IikoConfig;
import com.partnerbridges.iiko.gateway.IikoTrouble;
import com.partnerbridges.iiko.session.AccountSession;
import com.partnerbridges.iiko.session.LeaseLost;
import com.partnerbridges.iiko.sync.Patience;
import com.partnerbridges.iiko.sync.Stopped;
import com.partnerbridges.iiko.sync.Suspicious;
import com.partnerbridges.iiko.sync.Sync;
import com.partnerbridges.iiko.sync.Watch;
import com.partnerbridges.shared.edge.Problem;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Optional;

/** Works on one run to its end, piece by piece; blocking. */
@ApplicationScoped
class RunWork {

  private final WorkRepository runs;
  private final SettleRepository settlements;
  private final Sync sync;
  private final Judgement judgement;
  private final Patience patience;
  private final RunLog log;
  private final IikoConfig.Sync settings;
  private final Clock clock;

  RunWork(
      WorkRepository runs,
      SettleRepository settlements,
      Sync sync,
      Judgement judgement,
      Patience patience,
      RunLog log,
      IikoConfig config,
      Clock clock) {
    this.runs = runs;
    this.settlements = settlements;
    this.sync = sync;
    this.judgement = judgement;
    this.patience = patience;
    this.log = log;
    settings = config.sync();
    this.clock = clock;
  }

  /** Whether the account's next run may be begun. */
  boolean goesOn(Run run, AccountSession session, HeartBeat watch) {
    long began = System.nanoTime();
    watch.begin(run.id());
    session.about(run.id());
    Settlement settlement;
    try {
      settlement = end(run, session, watch);
    } catch (RuntimeException failure) {
      Optional<Settlement> ours = judged(run, cause(failure, watch));
      if (ours.isEmpty()) {
        return false;
      }
      settlement = ours.get();
    } finally {
      watch.end();
    }
    settle(run, settlement, Duration.ofNanos(System.nanoTime() - began));
    return settlement.notBefore() == null;
  }

  /** What was interrupted has not failed by itself. */
  private static RuntimeException cause(RuntimeException failure, Watch watch) {
    try {
      watch.check();
      return failure instanceof LeaseLost ? new Stopped(Stopped.Why.LOST) : failure;
    } catch (Stopped stopped) {
      Thread.interrupted();
      return stopped;
    }
  }

  /** Empty when nothing is to be said about the run by us. */
  private Optional<Settlement> judged(Run run, RuntimeException failure) {
    if (failure instanceof Stopped stopped) {
      log.left(run, stopped.why().name());
      return stopped(stopped);
    }
    if (failure instanceof Problem databaseAway) {
      throw databaseAway;
    }
    if (!(failure instanceof IikoTrouble)) {
      log.broke(run, failure);
    }
    return Optional.of(judgement.of(run, failure));
  }

  /** Before it was begun: the account's session could not be opened. */
  void failed(Run run, RuntimeException failure) {
    settle(run, judgement.of(run, failure), Duration.ZERO);
  }

  private void settle(Run run, Settlement settlement, Duration took) {
    log.settled(run, settlement, took, patience.await(settlements.settle(run, settlement)));
  }

  private Settlement end(Run run, AccountSession session, Watch watch) {
    if (run.cancelRequested()) {
      return Settlement.ended(RunEvent.CANCELLED);
    }
    if (judgement.isInterruptedTooOften(run)) {
      return Settlement.failed(
          "INTERRUPTED", "It was begun many times, and cut off each time.", false, null);
    }
    Optional<Part> part = patience.await(runs.nextPart(run));
    while (part.isPresent()) {
      watch.check();
      if (part.get().state() == RunState.QUEUED) {
        LocalDate today = clock.instant().atZone(session.zone()).toLocalDate();
        Window window = Window.of(run, part.get(), today, settings);
        patience.await(runs.start(run, part.get(), window));
      } else {
        piece(run, part.get(), session, watch);
      }
      part = patience.await(runs.nextPart(run));
    }
    return patience.await(runs.sum(run));
  }

  private void piece(Run run, Part part, AccountSession session, Watch watch) {
    try {
      sync.piece(part.piece(run, settings.invoicePiece().toDays()), session.iiko(), watch);
    } catch (Suspicious tooMuch) {
      patience.await(runs.doubt(run, part, tooMuch));
    } catch (IikoTrouble trouble) {
      if (!Judgement.isAboutThePart(trouble)) {
        throw trouble;
      }
      fail(run, part, trouble.kind().name(), trouble.getMessage());
    }
  }

  private void fail(Run run, Part part, String code, String error) {
    patience.await(runs.fail(run, part, code, error));
  }

  private Optional<Settlement> stopped(Stopped stopped) {
    return switch (stopped.why()) {
      case LOST -> Optional.empty();
      case CANCELLED -> Optional.of(Settlement.ended(RunEvent.CANCELLED));
      case SHUTDOWN -> Optional.of(Settlement.handedOver(clock.instant()));
    };
  }
}
