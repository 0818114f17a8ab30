package com.partnerbridges.iiko.data;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A part of a list. */
record KeysetView<T>(
    List<T> items,
    @Schema(description = "after of the question for what follows; null when nothing does")
        String next) {}
