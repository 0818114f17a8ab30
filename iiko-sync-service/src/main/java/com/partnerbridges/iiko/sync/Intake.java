package com.partnerbridges.iiko.sync;

import com.partnerbridges.iiko.gateway.RecordSink;
import com.partnerbridges.iiko.sync.Kept.Marked;
import com.partnerbridges.iiko.sync.PieceRepository.RecordError;
import com.partnerbridges.shared.partner.PartnerText;
import io.vertx.pgclient.PgException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Takes the records of one answer and stores them batch by batch. */
final class Intake<R, K> implements RecordSink<R> {

  /** SQLSTATE classes of statements that failed by what they were given. */
  private static final List<String> ABOUT_THE_RECORD = List.of("22", "23", "54");

  private final Kept<R, K> kind;
  private final Piece piece;
  private final int batchRows;
  private final Watch watch;
  private final RecordRepository records;
  private final PieceRepository pieces;
  private final Patience patience;

  private final SeenIds seen = new SeenIds();
  private final List<RecordError> errors = new ArrayList<>();
  private final List<Marked<K>> batch = new ArrayList<>();
  private final Map<String, String> unreadable = new LinkedHashMap<>();
  private int rows;
  private Counts counts = Counts.NONE;
  private boolean hasNameless;

  Intake(
      Kept<R, K> kind,
      Piece piece,
      int batchRows,
      Watch watch,
      RecordRepository records,
      PieceRepository pieces,
      Patience patience) {
    this.kind = kind;
    this.piece = piece;
    this.batchRows = batchRows;
    this.watch = watch;
    this.records = records;
    this.pieces = pieces;
    this.patience = patience;
  }

  @Override
  public void record(R record) {
    watch.check();
    String id = kind.idOf(record);
    K kept;
    try {
      kept = kind.fit(record, piece);
    } catch (Unstorable odd) {
      unreadable(id, odd.getMessage());
      return;
    }
    if (!seen.add(id)) {
      fail(id, "this id stands in the list more than once");
      return;
    }
    batch.add(new Marked<>(id, kept, kind.hash(kept)));
    rows += kind.rows(kept);
    flushWhenFull();
  }

  @Override
  public void unreadable(String iikoId, String reason) {
    watch.check();
    String shown = iikoId == null ? null : PartnerText.line(iikoId);
    fail(shown, reason);
    if (shown == null) {
      hasNameless = true;
    } else if (seen.add(iikoId)) {
      unreadable.put(shown, PartnerText.line(reason));
      rows++;
      flushWhenFull();
    }
  }

  /** Also an answer without a record is the time to see whether the run is still wanted. */
  void end() {
    if (rows == 0) {
      progress(counts.seen());
    } else {
      flush();
    }
  }

  SeenIds seen() {
    return seen;
  }

  /** Of the whole piece, by every try of it. */
  Counts counts() {
    return counts.withEarlier(piece);
  }

  List<RecordError> errors() {
    return errors;
  }

  /** A record without an id may be any of those that we have. */
  boolean hasNameless() {
    return hasNameless;
  }

  private void flushWhenFull() {
    if (rows >= batchRows) {
      flush();
    }
  }

  private void flush() {
    if (rows == 0) {
      return;
    }
    List<Marked<K>> taken = List.copyOf(batch);
    Map<Marked<K>, Boolean> differing =
        taken.isEmpty() ? Map.of() : patience.await(records.differing(kind, account(), taken));
    progress(counts.seen() + taken.size());
    counts = counts.withStored(0, 0, taken.size() - differing.size());
    store(List.copyOf(differing.keySet()), differing);
    if (!unreadable.isEmpty()) {
      patience.await(records.unreadable(kind.target(), account(), unreadable));
    }
    batch.clear();
    unreadable.clear();
    rows = 0;
  }

  /**
   * What the database refuses of a batch is found one by one; the others are stored.
   *
   * @param isNew of each
   */
  private void store(List<Marked<K>> differing, Map<Marked<K>, Boolean> isNew) {
    if (differing.isEmpty()) {
      return;
    }
    int created = (int) differing.stream().filter(isNew::get).count();
    Counts then = counts.withStored(created, differing.size() - created, 0);
    try {
      patience.await(records.store(kind, piece, differing, then.withEarlier(piece)));
      counts = then;
    } catch (PgException refusal) {
      if (ABOUT_THE_RECORD.stream().noneMatch(refusal.getSqlState()::startsWith)) {
        throw refusal;
      }
      if (differing.size() == 1) {
        String reason = "the database refused it with SQLSTATE " + refusal.getSqlState();
        fail(differing.get(0).id(), reason);
        unreadable.put(differing.get(0).id(), reason);
      } else {
        differing.forEach(one -> store(List.of(one), isNew));
      }
    }
  }

  private void fail(String id, String reason) {
    counts = counts.withFailed();
    if (errors.size() < PieceRepository.MOST_ERRORS) {
      errors.add(new RecordError(id, PartnerText.line(reason)));
    }
  }

  private String account() {
    return piece.accountId();
  }

  private void progress(long seenSoFar) {
    boolean cancelled =
        patience
            .await(pieces.progress(piece, seenSoFar))
            .orElseThrow(() -> new Stopped(Stopped.Why.LOST));
    if (cancelled) {
      throw new Stopped(Stopped.Why.CANCELLED);
    }
  }
}
