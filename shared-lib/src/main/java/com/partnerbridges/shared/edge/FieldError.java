package com.partnerbridges.shared.edge;

import io.quarkus.runtime.annotations.RegisterForReflection;

/** One entry of a VALIDATION_FAILED problem: the client's own name of the field, and the rule. */
@RegisterForReflection
record FieldError(String field, String message) {}
