package com.partnerbridges.iiko.gateway;

/**
 * Takes records one by one while the answer is still coming in; it may block, then the server
 * waits. What it throws ends the call.
 */
public interface RecordSink<T> {

  void record(T record);

  /**
   * A record that could not be read.
   *
   * @param iikoId null when that could not be read either
   * @param reason one line for a person
   */
  void unreadable(String iikoId, String reason);
}
