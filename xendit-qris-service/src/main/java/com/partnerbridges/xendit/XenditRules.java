package com.partnerbridges.xendit;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.partnerbridges.shared.edge.SettingRules;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.BiPredicate;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import java.util.stream.Stream;

/** What settings of this service must be together. */
@Singleton
public class XenditRules implements SettingRules {

  private static final String TEST_KEY = "xnd_development_";

  /** The framework has many words for yes. */
  private static final String OFF = "(?i)false|no|n|off|0";

  private static final int MOST_CALLBACK_TOKENS = 2;

  /** Origins that nobody who names some of them can all have meant. */
  private static final List<String> STRANGERS =
      List.of("https://a.invalid", "http://b.example:8081", "https://c.test");

  @Override
  public Map<String, String> broken(Function<String, Optional<String>> settings) {
    Map<String, String> wrong = new TreeMap<>();
    if (isOn(settings, "xendit.encryption.enabled")) {
      length(settings, "xendit.encryption.key", AesCbc.KEY_BYTES)
          .ifPresent(it -> wrong.put("ENCRYPTION_KEY", it));
      length(settings, "xendit.encryption.iv", AesCbc.IV_BYTES)
          .ifPresent(it -> wrong.put("ENCRYPTION_IV", it));
    }
    if (isOn(settings, "quarkus.http.cors.access-control-allow-credentials")
        && list(settings, "quarkus.http.cors.origins").anyMatch(XenditRules::isEverybody)) {
      wrong.put("CORS_ORIGINS", "must name origins: credentials are never for all of them");
    }
    if (list(settings, "xendit.callback-token").count() > MOST_CALLBACK_TOKENS) {
      wrong.put("XENDIT_CALLBACK_TOKEN", "may hold two tokens, the current and the previous one");
    } else if (list(settings, "xendit.callback-token").anyMatch(String::isEmpty)) {
      wrong.put("XENDIT_CALLBACK_TOKEN", "holds a blank token");
    }
    if (settings.apply("xendit.kiosk-test-token").isPresent()
        && settings.apply("xendit.api-key").filter(key -> !key.startsWith(TEST_KEY)).isPresent()) {
      wrong.put("KIOSK_TEST_TOKEN", "is only for test keys, which begin with " + TEST_KEY);
    }
    wrong.putAll(outOfProportion(settings));
    return wrong;
  }

  /** What only another setting makes too large or too small. */
  private static Map<String, String> outOfProportion(Function<String, Optional<String>> settings) {
    Map<String, String> wrong = new TreeMap<>();
    Optional<Long> amount = number(settings, "xendit.photobox-amount");
    Optional<Long> largest = number(settings, "xendit.max-amount");
    if (both(amount, largest, (one, other) -> one > other)) {
      wrong.put("PHOTOBOX_AMOUNT", "must not be more than MAX_AMOUNT");
    }
    Optional<Duration> call = SettingRules.duration(settings, "xendit.calls.read-timeout");
    Optional<Duration> window = SettingRules.duration(settings, "xendit.create-window");
    if (both(window, call, XenditRules::isOverBefore)) {
      wrong.put("CREATE_WINDOW", "must be longer than XENDIT_READ_TIMEOUT");
    }
    Optional<Duration> lease = SettingRules.duration(settings, "xendit.reconcile-lease");
    Optional<Duration> mail = SettingRules.duration(settings, "xendit.mail.timeout");
    Optional<Duration> share =
        lease.flatMap(all -> number(settings, "xendit.calls.attempts").map(all::dividedBy));
    if (both(lease, mail, XenditRules::isOverBefore)
        || both(share, call, XenditRules::isOverBefore)) {
      wrong.put(
          "RECONCILE_LEASE",
          "must be longer than MAIL_TIMEOUT, and than XENDIT_ATTEMPTS times XENDIT_READ_TIMEOUT");
    }
    return wrong;
  }

  private static <T> boolean both(Optional<T> one, Optional<T> other, BiPredicate<T, T> rule) {
    return one.isPresent() && other.isPresent() && rule.test(one.get(), other.get());
  }

  private static boolean isOverBefore(Duration whole, Duration part) {
    return whole.compareTo(part) <= 0;
  }

  /** Empty also when it is malformed or not positive: that is not for rules to say. */
  private static Optional<Long> number(Function<String, Optional<String>> settings, String name) {
    return settings
        .apply(name)
        .map(String::strip)
        .filter(text -> text.matches("[1-9][0-9]{0,17}"))
        .map(Long::valueOf);
  }

  private static boolean isOn(Function<String, Optional<String>> settings, String name) {
    return settings.apply(name).filter(text -> !text.strip().matches(OFF)).isPresent();
  }

  private static Stream<String> list(Function<String, Optional<String>> settings, String name) {
    return settings.apply(name).stream()
        .flatMap(text -> Stream.of(text.split(",", -1)))
        .map(String::strip);
  }

  private static Optional<String> length(
      Function<String, Optional<String>> settings, String name, int bytes) {
    Optional<String> text = settings.apply(name);
    if (text.isEmpty()) {
      return Optional.of("is missing, and ENCRYPTION_ENABLED is on");
    }
    return text.filter(it -> it.getBytes(UTF_8).length != bytes)
        .map(it -> "must be exactly " + bytes + " bytes long in UTF-8");
  }

  /** Also as a regular expression, which is an origin between slashes. */
  private static boolean isEverybody(String origin) {
    if (!origin.matches("/.*/")) {
      return origin.equals("*");
    }
    try {
      Pattern pattern = Pattern.compile(origin.substring(1, origin.length() - 1));
      return STRANGERS.stream().allMatch(pattern.asMatchPredicate());
    } catch (PatternSyntaxException malformed) {
      return false;
    }
  }
}
