package com.partnerbridges.utopia.order;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** All that the office sees of one order. */
@Schema(name = "OrderDetail")
record OrderDetailView(
    @JsonUnwrapped OrderView order,
    @Schema(description = "Descriptions of what was ordered; empty before the look-up")
        List<String> items,
    @Schema(description = "A step that may have been done or not; only a person can find out")
        String unclearStep,
    PowercodeView powercode,
    @Schema(description = "The newest two hundred events, newest first") List<EventView> history,
    @Schema(description = "How often UTOPIA called for it") long callbacks) {}
