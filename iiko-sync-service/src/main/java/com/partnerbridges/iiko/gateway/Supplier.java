package com.partnerbridges.iiko.gateway;

/** A supplier; what iiko knows about the person beyond that is not read. */
public record Supplier(String id, String code, String name, String taxpayerId, boolean deleted) {}
