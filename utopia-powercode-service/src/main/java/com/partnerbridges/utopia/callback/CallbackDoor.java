package com.partnerbridges.utopia.callback;

import com.partnerbridges.shared.edge.ClientAddress;
import com.partnerbridges.shared.edge.Secret;
import com.partnerbridges.shared.signature.StandardWebhookSignature;
import com.partnerbridges.shared.signature.StaticToken;
import com.partnerbridges.shared.signature.Verdict;
import com.partnerbridges.utopia.UtopiaConfig;
import io.vertx.core.http.HttpServerRequest;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.InetAddress;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Who may post callbacks: every protection that is set must hold. */
@ApplicationScoped
class CallbackDoor {

  private final Optional<Sources> sources;
  private final int trustedProxies;
  private final Optional<StaticToken> pathSecret;
  private final Optional<SecretHeader> header;
  private final Optional<StandardWebhookSignature> signature;

  CallbackDoor(UtopiaConfig config, Clock clock) {
    UtopiaConfig.Callback settings = config.callback();
    sources = settings.allowedSources().map(Sources::of);
    trustedProxies = settings.trustedProxies();
    pathSecret = settings.pathSecret().map(secret -> new StaticToken(secret.value().strip(), null));
    header = settings.secretHeader().map(SecretHeader::of);
    signature =
        settings
            .hmacSecrets()
            .map(
                secrets ->
                    new StandardWebhookSignature(
                        clock,
                        settings.hmacTolerance(),
                        secrets.stream().map(Secret::value).map(String::strip).toList()));
  }

  /** Why a callback is turned away. */
  record Refusal(int status, String protection, String sentence) {}

  /**
   * Empty when the callback may come in.
   *
   * @param secret last part of the path; null when it has none
   */
  Optional<Refusal> refuse(HttpServerRequest request, String secret, byte[] body) {
    if (sources.isPresent() && !sources.get().allow(address(request))) {
      return refusal(403, "source", "Callbacks are not taken from this address.");
    }
    boolean rightPath =
        pathSecret.map(token -> isValid(token.verify(secret))).orElse(secret == null);
    if (!rightPath) {
      return refusal(404, "path", "There is nothing here.");
    }
    if (header.isPresent() && !header.get().isIn(request)) {
      return refusal(401, "header", "The header that callbacks must carry is missing or wrong.");
    }
    return signature
        .map(it -> verdict(it, request, body))
        .filter(verdict -> !isValid(verdict))
        .flatMap(verdict -> refusal(401, "signature", "The signature is " + word(verdict) + "."));
  }

  private Optional<InetAddress> address(HttpServerRequest request) {
    return ClientAddress.of(
        request.remoteAddress().hostAddress(),
        request.headers().getAll("X-Forwarded-For"),
        trustedProxies);
  }

  private static Verdict verdict(
      StandardWebhookSignature signature, HttpServerRequest request, byte[] body) {
    return signature.verify(
        body,
        request.getHeader("webhook-id"),
        request.getHeader("webhook-timestamp"),
        request.getHeader("webhook-signature"));
  }

  private static boolean isValid(Verdict verdict) {
    return verdict == Verdict.VALID;
  }

  private static String word(Verdict verdict) {
    return verdict.name().toLowerCase(Locale.ROOT);
  }

  private static Optional<Refusal> refusal(int status, String protection, String sentence) {
    return Optional.of(new Refusal(status, protection, sentence));
  }

  /** {@code Name: value} of the settings. */
  private record SecretHeader(String name, StaticToken value) {

    static SecretHeader of(Secret setting) {
      String[] parts = setting.value().split(":", 2);
      return new SecretHeader(parts[0].strip(), new StaticToken(parts[1].strip(), null));
    }

    boolean isIn(HttpServerRequest request) {
      List<String> presented = request.headers().getAll(name);
      return presented.size() == 1 && isValid(value.verify(presented.get(0)));
    }
  }
}
