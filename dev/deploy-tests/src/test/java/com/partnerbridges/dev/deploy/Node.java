package com.partnerbridges.dev.deploy;

import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * A place in a YAML file. What is asked for and is not there fails with its path.
 *
 * @param path the way to it, for messages
 * @param value a map, a list or a scalar; null when there is nothing
 */
public record Node(String path, Object value) {

  /** Goes down; a number is a place in a list. */
  public Node at(String... keys) {
    Node node = this;
    for (String key : keys) {
      node = node.child(key);
    }
    return node;
  }

  private Node child(String key) {
    String way = path + " > " + key;
    if (value instanceof List<?> list && key.matches("\\d+")) {
      int index = Integer.parseInt(key);
      return new Node(way, index < list.size() ? list.get(index) : null);
    }
    return new Node(way, value instanceof Map<?, ?> map ? map.get(key) : null);
  }

  public boolean isThere() {
    return value != null;
  }

  public String text() {
    if (value == null) {
      throw new AssertionError("nothing is at " + path);
    }
    return value.toString();
  }

  public int number() {
    return Integer.parseInt(text());
  }

  /** The elements of a list; none where there is no list. */
  public Stream<Node> each() {
    return value instanceof List<?> list
        ? IntStream.range(0, list.size()).mapToObj(index -> at(String.valueOf(index)))
        : Stream.empty();
  }
}
