package com.partnerbridges.xendit.transaction;

import com.partnerbridges.shared.signature.Sha256;
import com.partnerbridges.xendit.XenditConfig;
import jakarta.enterprise.context.ApplicationScoped;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;
import java.util.Locale;

/** Makes the row of a new transaction. */
@ApplicationScoped
class TransactionForm {

  private static final DateTimeFormatter SECOND =
      DateTimeFormatter.ofPattern("yyyyMMddHHmmss", Locale.ROOT).withZone(ZoneOffset.UTC);

  private final XenditConfig config;
  private final Clock clock;
  private final SecureRandom random = new SecureRandom();

  TransactionForm(XenditConfig config, Clock clock) {
    this.config = config;
    this.clock = clock;
  }

  NewTransaction fill(CreateTransaction wish, String caller, String idempotencyKey) {
    Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
    return new NewTransaction(
        externalId(wish.locationId(), now),
        wish.locationId(),
        wish.priceId(),
        config.photoboxAmount(),
        wish.email(),
        caller,
        idempotencyKey,
        Sha256.digest(wish.content()),
        now,
        now.plus(config.qrisExpiry()),
        now.plus(config.createWindow()));
  }

  /** Public addresses are made of it, so its end must not be guessed. */
  private String externalId(long locationId, Instant now) {
    byte[] end = new byte[4];
    random.nextBytes(end);
    return "TRX-"
        + locationId
        + "-"
        + SECOND.format(now)
        + "-"
        + HexFormat.of().withUpperCase().formatHex(end);
  }
}
