package com.partnerbridges.utopia.callback;

import com.partnerbridges.shared.edge.SettingRules;
import com.partnerbridges.shared.edge.UnusableSetting;
import com.partnerbridges.shared.signature.StandardWebhookSignature;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What the settings of the door must be, so that none of them silently protects nothing. */
@Singleton
public class CallbackRules implements SettingRules {

  private static final int MOST_HMAC_SECRETS = 2;
  private static final Pattern HEADER = Pattern.compile("[A-Za-z0-9!#$%&'*+.^_`|~-]+\\s*:\\s*\\S+");
  private static final Pattern PATH = Pattern.compile("[A-Za-z0-9._~-]{16,200}");

  @Override
  public Map<String, String> broken(Function<String, Optional<String>> settings) {
    Map<String, String> wrong = new TreeMap<>();
    settings
        .apply("utopia.callback.secret-header")
        .filter(text -> !HEADER.matcher(text.strip()).matches())
        .ifPresent(text -> wrong.put("CALLBACK_SECRET_HEADER", "must be of the form Name: value"));
    settings
        .apply("utopia.callback.path-secret")
        .filter(text -> !PATH.matcher(text.strip()).matches())
        .ifPresent(
            text ->
                wrong.put(
                    "CALLBACK_PATH_SECRET", "must be 16 to 200 letters, digits or . _ ~ and -"));
    list(settings, "utopia.callback.hmac-secrets")
        .flatMap(CallbackRules::wrongSecrets)
        .ifPresent(why -> wrong.put("CALLBACK_HMAC_SECRETS", why));
    list(settings, "utopia.callback.allowed-sources")
        .flatMap(CallbackRules::wrongSources)
        .ifPresent(why -> wrong.put("CALLBACK_ALLOWED_SOURCES", why));
    return wrong;
  }

  private static Optional<String> wrongSecrets(List<String> secrets) {
    if (secrets.size() > MOST_HMAC_SECRETS) {
      return Optional.of("may hold two secrets, the current and the previous one");
    }
    try {
      new StandardWebhookSignature(Clock.systemUTC(), Duration.ofMinutes(1), secrets);
      return Optional.empty();
    } catch (IllegalArgumentException unusable) {
      return Optional.of("must hold whsec_ and the Base64 of at least 24 bytes, once or twice");
    }
  }

  private static Optional<String> wrongSources(List<String> sources) {
    try {
      Sources.of(sources);
      return Optional.empty();
    } catch (UnusableSetting unusable) {
      return Optional.of(unusable.getMessage());
    }
  }

  private static Optional<List<String>> list(
      Function<String, Optional<String>> settings, String name) {
    return settings
        .apply(name)
        .map(text -> Stream.of(text.split(",", -1)).map(String::strip).toList());
  }
}
