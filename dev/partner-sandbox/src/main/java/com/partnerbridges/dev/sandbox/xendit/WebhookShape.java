package com.partnerbridges.dev.sandbox.xendit;

/** The bodies in which payments are told. */
public enum WebhookShape {
  V2,
  V1,
  /** {@code {external_id, status, xendit_id}}, as people send it by hand. */
  FLAT
}
