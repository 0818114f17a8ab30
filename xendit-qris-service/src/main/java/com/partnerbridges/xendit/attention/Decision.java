package com.partnerbridges.xendit.attention;

/** What a person made of an item. */
enum Decision {
  /** Looked at; everything stays as it is. */
  NOTED,
  /** The guest gets the pictures, though the payment came too late or with another amount. */
  HONOURED,
  /** An unclear refund was made, or the money of another item went back in another way. */
  REFUNDED,
  /** An unclear refund was not made, and may be asked for again. */
  NOT_REFUNDED
}
