package com.partnerbridges.iiko.sync;

import io.vertx.mutiny.sqlclient.Tuple;
import java.util.List;

/**
 * A kind of records as our tables have it.
 *
 * @param <R> what the server tells
 * @param <K> what is kept of it
 */
interface Kept<R, K> {

  Target target();

  /** The id as the server has it, which need not be storable. */
  String idOf(R record);

  /**
   * What is kept.
   *
   * @throws Unstorable when there is no place for it
   */
  K fit(R record, Piece piece);

  /** SHA-256 in hex. */
  String hash(K record);

  /** How many rows it is. */
  int rows(K record);

  /**
   * One statement that stores records whether they are there or not; a query named in it as {@code
   * {counted}} says what that comes to.
   */
  String upsert();

  /** Its arguments; {@code $1} is the account, {@code $2} the time. */
  void bind(Tuple arguments, List<Marked<K>> records);

  /**
   * A record and what it comes to.
   *
   * @param hash SHA-256 in hex
   */
  record Marked<K>(String id, K record, String hash) {}
}
