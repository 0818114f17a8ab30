package com.partnerbridges.dev.sandbox.room;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Forgets the oldest key when it is full. */
public final class BoundedMap<K, V> extends LinkedHashMap<K, V> {
  private static final long serialVersionUID = 1;
  private final int capacity;

  public BoundedMap(int capacity) {
    this.capacity = capacity;
  }

  /** The values that were added last, newest first. */
  public List<V> newest(int limit) {
    List<V> newest = new ArrayList<>();
    values().stream().skip(Math.max(0, size() - limit)).forEach(newest::add);
    Collections.reverse(newest);
    return newest;
  }

  @Override
  protected boolean removeEldestEntry(Map.Entry<K, V> eldest) {
    return size() > capacity;
  }
}
