package com.partnerbridges.iiko.sync;

import com.partnerbridges.iiko.Entity;
import com.partnerbridges.iiko.IikoConfig;
import com.partnerbridges.iiko.gateway.IikoSession;
import com.partnerbridges.iiko.gateway.IikoTrouble;
import com.partnerbridges.iiko.gateway.RecordSink;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.Startup;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** Brings one list, or the invoices of some days, up to date. */
@Startup // its metrics are told from the beginning on
@ApplicationScoped
public class Sync {

  private static final Invoices INVOICES = new Invoices();

  /** Of fewer, more than half may well be deleted within a day. */
  private static final int ENOUGH_INVOICES = 10;

  private static final String CREATED = "created";
  private static final String UPDATED = "updated";
  private static final String UNCHANGED = "unchanged";
  private static final String FAILED = "failed";
  private static final String GONE = "gone";

  private final RecordRepository records;
  private final PieceRepository pieces;
  private final HierarchyRepository hierarchy;
  private final Patience patience;
  private final MeterRegistry metrics;
  private final int batch;

  Sync(
      RecordRepository records,
      PieceRepository pieces,
      HierarchyRepository hierarchy,
      Patience patience,
      MeterRegistry metrics,
      IikoConfig config) {
    this.records = records;
    this.pieces = pieces;
    this.hierarchy = hierarchy;
    this.patience = patience;
    this.metrics = metrics;
    batch = config.sync().batch();
    for (Entity entity : Entity.values()) {
      Stream.of(CREATED, UPDATED, UNCHANGED, FAILED, GONE).forEach(it -> counter(entity, it));
    }
  }

  /**
   * Asks the server, stores what differs, and moves the run's part on; blocking.
   *
   * @throws IikoTrouble when the server did not do what it was asked
   * @throws Stopped when the run is not to go on here
   * @throws Suspicious when too much is missing
   */
  public void piece(Piece piece, IikoSession iiko, Watch watch) {
    switch (piece.entity()) {
      case RESTAURANTS -> take(CorporateItems.DEPARTMENTS, piece, watch, iiko::departments);
      case STORES -> take(CorporateItems.STORES, piece, watch, iiko::stores);
      case SUPPLIERS -> take(Suppliers.ALL, piece, watch, iiko::suppliers);
      case INVOICES ->
          take(INVOICES, piece, watch, sink -> iiko.invoices(piece.from(), piece.to(), sink));
    }
  }

  private <R, K> void take(
      Kept<R, K> kind, Piece piece, Watch watch, Consumer<RecordSink<R>> question) {
    Intake<R, K> intake = new Intake<>(kind, piece, batch, watch, records, pieces, patience);
    question.accept(intake);
    intake.end();
    watch.check();
    boolean marksGone = !intake.hasNameless();
    if (marksGone && !piece.mayShrink()) {
      refuseSuspicious(piece, patience.await(pieces.gap(piece, intake.seen())));
    }
    if (piece.entity() == Entity.RESTAURANTS || piece.entity() == Entity.STORES) {
      patience.await(hierarchy.resolve(piece.accountId()));
    }
    long gone =
        patience
            .await(
                pieces.complete(piece, intake.seen(), marksGone, intake.counts(), intake.errors()))
            .orElseThrow(() -> new Stopped(Stopped.Why.LOST));
    count(piece, intake.counts(), gone);
  }

  private static void refuseSuspicious(Piece piece, PieceRepository.Gap gap) {
    boolean isEnough = piece.entity() != Entity.INVOICES || gap.known() >= ENOUGH_INVOICES;
    if (isEnough && gap.missing() * 2 > gap.known()) {
      throw new Suspicious(gap.missing(), gap.known());
    }
  }

  private void count(Piece piece, Counts counts, long gone) {
    count(piece, CREATED, counts.created());
    count(piece, UPDATED, counts.updated());
    count(piece, UNCHANGED, counts.unchanged());
    count(piece, FAILED, counts.failed());
    count(piece, GONE, gone);
  }

  private void count(Piece piece, String result, long number) {
    counter(piece.entity(), result).increment(number);
  }

  private Counter counter(Entity entity, String result) {
    return metrics.counter("iiko.records", "entity", entity.word(), "result", result);
  }
}
