package com.partnerbridges.dev.sandbox.room;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.function.Predicate;

/** Keeps the newest entries and drops the oldest ones. */
public final class Ring<T> {
  private final int capacity;
  private final ArrayDeque<T> entries = new ArrayDeque<>();

  public Ring(int capacity) {
    this.capacity = capacity;
  }

  public synchronized void add(T entry) {
    if (entries.size() == capacity) {
      entries.removeFirst();
    }
    entries.addLast(entry);
  }

  /** The matching entries, newest first. */
  public synchronized List<T> newest(int limit, Predicate<T> wanted) {
    List<T> found = new ArrayList<>();
    Iterator<T> newestFirst = entries.descendingIterator();
    while (newestFirst.hasNext() && found.size() < limit) {
      T entry = newestFirst.next();
      if (wanted.test(entry)) {
        found.add(entry);
      }
    }
    return found;
  }

  public synchronized void clear() {
    entries.clear();
  }
}
