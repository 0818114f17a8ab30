package com.partnerbridges.iiko;

import com.partnerbridges.shared.edge.HttpAddress;
import com.partnerbridges.shared.edge.Secret;
import com.partnerbridges.shared.edge.SomeTime;
import com.partnerbridges.shared.edge.TimeOrNone;
import com.partnerbridges.shared.mail.MailRoute;
import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithConverter;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/**
 * Every setting of the service. The environment variable and the default of each stand in {@code
 * application.properties}; the README's table is checked against it.
 */
@ConfigMapping(prefix = "iiko")
public interface IikoConfig {

  /** Whether anything is synced by itself; off, only what people ask for is done. */
  boolean enabled();

  /** What credentials are encrypted with: a keyset, a file with one, or a single key. */
  Keys keys();

  /** How accounts' servers are talked to. */
  Server server();

  /** What is synced when, and how. */
  Sync sync();

  /** So many failed runs one after the other are told to the account. */
  @Min(1)
  int alertAfter();

  /** The server that e-mail goes out through. */
  MailRoute.Settings mail();

  /** Where people reach this service; e-mails link to the console there. */
  Optional<HttpAddress> publicBaseUrl();

  /** What credentials are encrypted with. */
  interface Keys {

    /** {@code 2025:<base64>,*2026:<base64>}: the primary is marked with a star. */
    Optional<Secret> keyset();

    /** A file with the same, read again when it changes. */
    Optional<Path> file();

    /** The only key there is: Base64 of 32 bytes. */
    Optional<Secret> only();

    /** So many accounts are re-encrypted at once. */
    @Min(1)
    @Max(1000)
    int batch();
  }

  /** How accounts' servers are talked to. */
  interface Server {

    /** Also lets addresses begin with http: for development and tests only. */
    boolean allowPrivateAddresses();

    @WithConverter(SomeTime.class)
    Duration connectTimeout();

    /** The longest silence of a server that has been asked. */
    @WithConverter(SomeTime.class)
    Duration readTimeout();

    /** An answer that is longer is cut off. */
    MemorySize maxResponseSize();

    /** Calls in all for one question, the first included; only network faults and 5xx repeat. */
    @Min(1)
    @Max(10)
    int attempts();

    /** Pause before the second call; it doubles, with jitter. */
    @WithConverter(TimeOrNone.class)
    Duration retryDelay();

    /** The most for one account. */
    @Min(1)
    @Max(60_000)
    int requestsPerMinute();

    /** A session that is older logs in anew before its next call; iiko ends it after an hour. */
    @WithConverter(SomeTime.class)
    Duration tokenRefreshInterval();
  }

  /** What is synced when, and how. */
  interface Sync {

    Interval interval();

    /** Invoices of so many days back are compared every time. */
    @WithConverter(SomeTime.class)
    Duration invoiceWindow();

    /** So many days are asked for at once. */
    @WithConverter(SomeTime.class)
    Duration invoicePiece();

    /** How far the first run goes back. */
    @WithConverter(SomeTime.class)
    Duration invoiceHistory();

    /** So many accounts at once, for each instance. */
    @Min(1)
    @Max(64)
    int accountsAtOnce();

    /** So many records, or items of invoices, are stored at once. */
    @Min(1)
    @Max(5000)
    int batch();

    /** An instance that has not been heard of for so long has lost its accounts to others. */
    @WithConverter(SomeTime.class)
    Duration lease();

    /** Tries of a run whose server does not answer. */
    @Min(1)
    @Max(20)
    int maxAttempts();

    /** Pause after the first try in vain; it doubles, with jitter. */
    @WithConverter(SomeTime.class)
    Duration retryInitialDelay();

    /** How long runs, errors and requests are kept. */
    @WithConverter(SomeTime.class)
    Duration keepLog();
  }

  /** Time between two runs of an entity. */
  interface Interval {

    @WithConverter(SomeTime.class)
    Duration restaurants();

    @WithConverter(SomeTime.class)
    Duration stores();

    @WithConverter(SomeTime.class)
    Duration suppliers();

    @WithConverter(SomeTime.class)
    Duration invoices();
  }
}
