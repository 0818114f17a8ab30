package com.partnerbridges.dev.sandbox.iute;

/**
 * @param spaced from now on the status is written {@code IN PROGRESS}
 */
public record StartOptions(boolean spaced) {}
