package com.partnerbridges.iiko.health;

/** How an account's connection is. */
public enum AccountState {
  CONNECTED,
  /** The server refused, or did not answer, the last time. */
  ERROR,
  /** The key that sealed its credentials is not there, or they are damaged. */
  CREDENTIALS_UNREADABLE,
  DISCONNECTED;

  /** Of the connection {@code c}. */
  public static final String SQL =
      """
      case when c.password_sealed is null then 'DISCONNECTED'
           when c.key_state <> 'USABLE' then 'CREDENTIALS_UNREADABLE'
           when c.error_code is not null then 'ERROR'
           else 'CONNECTED' end""";
}
