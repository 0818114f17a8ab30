package com.partnerbridges.iiko.access;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Who may call a resource: people with a token that gives them this role in the account of the path
 * ({@code {account_id}}). Without an account in the path any valid token will do. A method's own
 * annotation takes the place of its class's.
 */
@Target({ElementType.METHOD, ElementType.TYPE})
@Retention(RetentionPolicy.RUNTIME)
public @interface ForAccount {

  /** The path parameter with the account's id. */
  String PARAMETER = "account_id";

  AccountRole value();
}
