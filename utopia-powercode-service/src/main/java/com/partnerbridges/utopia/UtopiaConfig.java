package com.partnerbridges.utopia;

import com.partnerbridges.shared.edge.HttpAddress;
import com.partnerbridges.shared.edge.Secret;
import com.partnerbridges.shared.edge.SomeTime;
import com.partnerbridges.shared.mail.MailRoute;
import com.partnerbridges.shared.partner.PartnerCalls;
import com.partnerbridges.utopia.plan.AdditionalPlans;
import com.partnerbridges.utopia.plan.ServicePlans;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithConverter;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Positive;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * Every setting of the service. The environment variable and the default of each stand in {@code
 * application.properties}; the README's table is checked against it.
 */
@ConfigMapping(prefix = "utopia")
public interface UtopiaConfig {

  /** UTOPIA's API for internet service providers. */
  Api api();

  /** PowerCode. */
  Powercode powercode();

  /** What every new customer is given. */
  Customer customer();

  /** What is sold under which number in PowerCode. */
  Plans plans();

  /** The install ticket. */
  Ticket ticket();

  /** How long and how often an order is worked on. */
  Order order();

  /** Who may post callbacks; everything that is set must hold. */
  Callback callback();

  /** The server that e-mail goes out through. */
  MailRoute.Settings mail();

  /** Who is told of orders that are done, and of those that are not. */
  List<String> recipients();

  /** Where the office reaches this service; e-mails link to the board of orders there. */
  Optional<HttpAddress> publicBaseUrl();

  /** A file that every call, outcome and act of a person is written to, besides the database. */
  Optional<Path> auditLogFile();

  /** UTOPIA's API for internet service providers. */
  interface Api {

    /** Its address, with or without {@code /spquery/contractlookup}. */
    HttpAddress url();

    Secret key();

    PartnerCalls.Limits calls();
  }

  /** PowerCode. */
  interface Powercode {

    /** Where staff open it; without a port, port 444 is meant. */
    HttpAddress url();

    /** The classic API's address for every action, unless it is where it usually is. */
    Optional<HttpAddress> classicUrl();

    /** The newer API's address, unless it is where it usually is. */
    Optional<HttpAddress> uapiUrl();

    Secret key();

    /** Whether its certificate is checked at all. */
    boolean verifySsl();

    /** A file of certificates that are trusted instead of the system's: PEM, PKCS#12 or JKS. */
    Optional<Path> trustStore();

    Optional<Secret> trustStorePassword();

    /** The one certificate that is trusted: its SHA-256 fingerprint, or a PEM file with it. */
    Optional<String> pinnedCertificate();

    /** So many calls at once, for each instance. */
    @Min(1)
    @Max(64)
    int connections();

    PartnerCalls.Limits calls();
  }

  /** What every new customer is given. */
  interface Customer {

    /** The same for all; a random one for each, when it is missing. */
    Optional<Secret> portalPassword();

    Optional<List<String>> tags();

    @Min(0)
    int taxZone();

    @Min(0)
    @Max(365)
    int dueByDays();

    @Min(0)
    @Max(365)
    int gracePeriodDays();
  }

  /** What is sold under which number in PowerCode. */
  interface Plans {

    ServicePlans services();

    /** Added to every order. */
    Optional<AdditionalPlans> additional();
  }

  /** The install ticket; what is not set is not sent. */
  interface Ticket {

    /** A Qute template instead of the default one. */
    Optional<Path> descriptionFile();

    String summary();

    Optional<String> category();

    Optional<String> type();

    Optional<String> status();

    Optional<String> responsibleUser();

    Optional<String> responsibleGroup();

    boolean customerViewable();
  }

  /** How long and how often an order is worked on. */
  interface Order {

    /** Pause after the first failed try of a step; each further one is three times as long. */
    @WithConverter(SomeTime.class)
    Duration retryInitialDelay();

    /** Failed tries of one step after which an order is dead. */
    @Positive
    @Max(100)
    int maxAttempts();

    /** How long a claimed order belongs to the instance that works on it. */
    @WithConverter(SomeTime.class)
    Duration lease();
  }

  /** Who may post callbacks; everything that is set must hold. */
  interface Callback {

    /** One or two secrets of signatures in Standard Webhooks form. */
    Optional<List<Secret>> hmacSecrets();

    /** Largest distance of a signature's timestamp from now. */
    @WithConverter(SomeTime.class)
    Duration hmacTolerance();

    /** {@code Name: value} of a header that only the sender knows. */
    Optional<Secret> secretHeader();

    /** Last part of the path that only the sender knows: {@code /api-callback/{secret}}. */
    Optional<Secret> pathSecret();

    /** Addresses and networks ({@code 192.0.2.7}, {@code 192.0.2.0/24}) of senders. */
    Optional<List<String>> allowedSources();

    /**
     * How many proxies in front of the service append to {@code X-Forwarded-For}; 0 takes the
     * address of the connection.
     */
    @Min(0)
    @Max(10)
    int trustedProxies();
  }
}
