package com.partnerbridges.dev.sandbox.powercode;

/** A service on a customer's account; the same plan twice is two of them, and two charges. */
public record PowercodeService(String serviceId, int quantity, boolean prorated) {}
