package com.partnerbridges.shared.edge;

import java.util.List;

/** A part of a list: {@code total} counts all that match. */
public record ListView<T>(List<T> items, long total, int skip, int limit) {}
