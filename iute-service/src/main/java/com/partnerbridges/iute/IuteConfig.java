package com.partnerbridges.iute;

import com.partnerbridges.shared.edge.HttpAddress;
import com.partnerbridges.shared.edge.Secret;
import com.partnerbridges.shared.partner.PartnerCalls;
import io.smallrye.config.ConfigMapping;
import java.math.BigDecimal;
import java.time.Duration;

/**
 * Every setting of the service. The environment variable and the default of each stand in {@code
 * application.properties}; the README's table is checked against it.
 */
@ConfigMapping(prefix = "iute")
public interface IuteConfig {

  /** Where Iute's physical-POS API is, without {@code /api/v1}. */
  HttpAddress apiBaseUrl();

  /** Iute's partner token, sent raw in {@code Authorization}. */
  Secret authToken();

  /** The point of sale as Iute knows it, unless a payment names another. */
  String posId();

  /** The PEM file that webhooks are verified with; Iute has one per environment and country. */
  HttpAddress publicKeyUrl();

  /** How long a fetched key is used before it is fetched again. */
  Duration publicKeyTtl();

  /** Where Iute reaches this service; the webhook addresses of each order begin with it. */
  HttpAddress publicBaseUrl();

  /** How far a webhook's timestamp may lie from now, either way. */
  Duration webhookMaxSkew();

  /** Age at which an open payment is first asked for at Iute. */
  Duration reconcileAfter();

  /** Longest pause between two questions about one payment. */
  Duration reconcileMaxInterval();

  /** Age without movement at which a person is asked instead. */
  Duration reconcileGiveUp();

  /** How long a claimed payment belongs to the instance that asks for it. */
  Duration reconcileLease();

  /** Largest amount of one payment, in major units of its currency. */
  BigDecimal maxAmount();

  /** Longest time that a question for the status may be held open. */
  Duration maxWait();

  /** Calls to Iute. */
  PartnerCalls.Limits calls();
}
