package com.partnerbridges.xendit;

import com.partnerbridges.shared.edge.HttpAddress;
import com.partnerbridges.shared.edge.Secret;
import com.partnerbridges.shared.edge.SomeTime;
import com.partnerbridges.shared.edge.TimeOrNone;
import com.partnerbridges.shared.mail.MailRoute;
import com.partnerbridges.shared.partner.PartnerCalls;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithConverter;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Positive;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;

/**
 * Every setting of the service. The environment variable and the default of each stand in {@code
 * application.properties}; the README's table is checked against it.
 */
@ConfigMapping(prefix = "xendit")
public interface XenditConfig {

  /** Where Xendit's API is. */
  HttpAddress baseUrl();

  /** Xendit's secret key. */
  Secret apiKey();

  /** The token of Xendit's webhooks; a second one, after a comma, is the one before it. */
  Secret callbackToken();

  /**
   * The webhook address that is registered in Xendit's dashboard. Xendit takes it from there, not
   * from us; it is logged at start, for whoever compares.
   */
  Optional<HttpAddress> webhookUrl();

  /** Where browsers and kiosks reach this service; the addresses of QR pictures begin with it. */
  HttpAddress publicBaseUrl();

  /** Amount of a transaction that names no price, in whole rupiah. */
  @Positive
  long photoboxAmount();

  /** Largest amount that Xendit takes for one code, in whole rupiah. */
  @Positive
  long maxAmount();

  /** How long a code can be paid. */
  @WithConverter(SomeTime.class)
  Duration qrisExpiry();

  /** How long the answer to a create or refund call is waited for before it counts as lost. */
  @WithConverter(SomeTime.class)
  Duration createWindow();

  /** Age at which a person is told of a refund that Xendit took and never settled. */
  @WithConverter(SomeTime.class)
  Duration refundSilence();

  /** Age at which a pending transaction's payments are first asked for at Xendit. */
  @WithConverter(SomeTime.class)
  Duration reconcileAfter();

  /** Longest pause between two questions about one transaction. */
  @WithConverter(SomeTime.class)
  Duration reconcileMaxInterval();

  /** How long claimed work belongs to the instance that does it. */
  @WithConverter(SomeTime.class)
  Duration reconcileLease();

  /** Time after expiry before the last look at Xendit. */
  @WithConverter(TimeOrNone.class)
  Duration expiryGrace();

  /** Time after expiry at which Xendit is asked once more, for a payment that came too late. */
  @WithConverter(TimeOrNone.class)
  Duration lateLook();

  /** Longest time that a question for the status may be held open. */
  @WithConverter(TimeOrNone.class)
  Duration maxWait();

  /** Where the days of the daily report begin and end. */
  ZoneId reportTimeZone();

  /** Calls to Xendit. */
  PartnerCalls.Limits calls();

  /** Pictures of completed transactions. */
  Photos photos();

  /** The server that e-mail goes out through. */
  MailRoute.Settings mail();

  /** Limits of the endpoints that anybody may call. */
  Rate rate();

  /** Encryption of the two answers that front ends poll. */
  Encryption encryption();

  /** Who staff are. */
  Atlas atlas();

  /**
   * Sign-in token of a sandbox user. When set, the kiosk page signs in with it and offers a button
   * that pays. The page's settings give it to anybody, so it is never a real sign-in; only accepted
   * together with a test key of Xendit.
   */
  Optional<Secret> kioskTestToken();

  /** Pictures of completed transactions. */
  interface Photos {

    /** Hosts that picture links may point to. */
    Optional<List<String>> hosts();

    /** How long the gallery is shown after its e-mail was sent. */
    @WithConverter(SomeTime.class)
    Duration kept();
  }

  /** Questions per minute, for each instance. */
  interface Rate {

    /** About one transaction. */
    @Min(1)
    int transaction();

    /** Of one client address, and how many unknown tokens it may show. */
    @Min(1)
    int client();

    /**
     * How many proxies in front of the service append to {@code X-Forwarded-For}; 0 takes the
     * address of the connection.
     */
    @Min(0)
    @Max(10)
    int trustedProxies();
  }

  /** AES-256-CBC as existing front ends expect it. */
  interface Encryption {

    boolean enabled();

    /** 32 characters. */
    Optional<Secret> key();

    /** 16 characters. */
    Optional<Secret> iv();
  }

  /** Atlas single sign-on. */
  interface Atlas {

    /** Where Atlas is, with {@code /api/v1}. */
    HttpAddress ssoUrl();

    /** Our application's code in the roles of users. */
    String appCode();

    /** Key text of encrypted answers. */
    Secret encryptionKey();

    /** Initialisation vector text of encrypted answers. */
    Secret encryptionIv();

    /** How long a sign-in is believed without asking again. */
    @WithConverter(SomeTime.class)
    Duration cache();

    /** How long it is believed while Atlas does not answer. */
    @WithConverter(SomeTime.class)
    Duration cacheWhenAway();

    /** Calls to Atlas. */
    PartnerCalls.Limits calls();
  }
}
