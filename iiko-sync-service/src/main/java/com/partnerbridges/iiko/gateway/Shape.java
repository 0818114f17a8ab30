package com.partnerbridges.iiko.gateway;

import java.util.Set;
import java.util.stream.Collectors;

/**
 * What is read of a record, in XML and JSON alike; everything else is skipped, however deep.
 *
 * @param names of fields; one inside of a part of the record is {@code part/name}
 * @param items what stands in its field {@code items}; null when there is no such field
 */
record Shape<T>(Set<String> names, Set<String> parts, Shape<?> items, Reading<T> reading) {

  static final String ITEMS = "items";

  /** Makes a record of its fields. */
  interface Reading<T> {
    T read(Fields fields) throws Unreadable;
  }

  static <T> Shape<T> of(Set<String> names, Shape<?> items, Reading<T> reading) {
    Set<String> parts =
        names.stream()
            .filter(name -> name.contains("/"))
            .map(name -> name.substring(0, name.lastIndexOf('/')))
            .collect(Collectors.toUnmodifiableSet());
    return new Shape<>(names, parts, items, reading);
  }
}
