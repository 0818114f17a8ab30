package com.partnerbridges.dev.sandbox.mail;

import java.time.Instant;

/** A mail that was sent to one recipient, and went nowhere. Bodies are null where there is none. */
public record SunkMail(
    long id, Instant time, String from, String to, String subject, String text, String html) {}
