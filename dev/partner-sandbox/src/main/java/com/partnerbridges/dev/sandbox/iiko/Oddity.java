package com.partnerbridges.dev.sandbox.iiko;

/** What may be wrong with a whole list. */
public enum Oddity {
  NONE,
  /** 200 and not one byte. */
  EMPTY_BODY,
  /** The root and nothing in it. */
  EMPTY_ROOT,
  /** The root has a name that nobody knows; all that is in it is as usual. */
  OTHER_ROOT,
  /** A harmless document type declaration. */
  DOCTYPE,
  /** Entities that grow to gigabytes where they are expanded. */
  ENTITY_BOMB,
  /** An entity that is to be fetched from this server: operation {@code other} counts it. */
  EXTERNAL_ENTITY,
  /** Declared UTF-8, and every letter that is not Latin is one byte. */
  WINDOWS_1251,
  /** UTF-16 with a byte order mark, and declared so. */
  UTF_16,
  /** Declared UTF-16, and it is UTF-8. */
  UTF_16_DECLARED_ONLY
}
