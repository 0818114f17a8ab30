package com.partnerbridges.iiko.gateway;

import java.util.ArrayList;
import java.util.List;

/** Keeps what it is given. */
final class Collected<T> implements RecordSink<T> {

  final List<T> records = new ArrayList<>();
  final List<String> unreadable = new ArrayList<>();

  @Override
  public void record(T record) {
    records.add(record);
  }

  @Override
  public void unreadable(String iikoId, String reason) {
    unreadable.add(iikoId + ": " + reason);
  }
}
