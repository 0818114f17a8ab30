package com.partnerbridges.shared.edge;

import io.quarkus.runtime.annotations.RegisterForReflection;

/**
 * One entry of a VALIDATION_FAILED problem: the client's own name of the field, the rule, and the
 * rule's kind in one word that programs can tell ({@code not_null}, {@code unreadable}).
 */
@RegisterForReflection
public record FieldError(String field, String message, String type) {}
