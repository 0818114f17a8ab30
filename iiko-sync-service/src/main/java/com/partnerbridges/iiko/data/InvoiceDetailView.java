package com.partnerbridges.iiko.data;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** An invoice with its lines. */
@Schema(name = "InvoiceDetail")
record InvoiceDetailView(@JsonUnwrapped InvoiceView invoice, List<InvoiceItemView> items) {}
