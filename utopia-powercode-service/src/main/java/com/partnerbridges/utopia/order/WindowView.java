package com.partnerbridges.utopia.order;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What became of the orders of a window. */
@Schema(name = "WindowRetried")
record WindowView(
    long retried,
    @Schema(description = "Orders with a step that a person must decide first") long skipped,
    @Schema(description = "The first hundred of those") List<String> skippedOrders,
    @Schema(description = "Orders for a next call: at most five hundred are started by one")
        long left) {}
