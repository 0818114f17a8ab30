package com.partnerbridges.xendit.gateway;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.partnerbridges.shared.edge.HttpAddress;
import com.partnerbridges.shared.partner.PartnerHttp;
import com.partnerbridges.shared.partner.PartnerHttp.Reply;
import com.partnerbridges.xendit.XenditConfig;
import io.quarkus.runtime.Startup;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;

/**
 * Xendit's QR Codes API. Of its generations, only {@code 2022-07-31} keeps the expiry that it is
 * given; without the header one gets another API at the same address.
 */
@Startup
@ApplicationScoped
class XenditApi {

  private static final int LARGEST_ANSWER = 256 * 1024;

  private final ObjectMapper json = new ObjectMapper();
  private final PartnerHttp http;
  private final HttpAddress base;
  private final Map<String, String> headers;

  XenditApi(Vertx vertx, XenditConfig config) {
    this.http =
        new PartnerHttp(
            vertx, config.calls().connectTimeout(), config.calls().readTimeout(), LARGEST_ANSWER);
    this.base = config.baseUrl();
    String user = config.apiKey().value() + ":"; // the key is the user; there is no password
    this.headers =
        Map.of(
            "Authorization",
            "Basic " + Base64.getEncoder().encodeToString(user.getBytes(StandardCharsets.UTF_8)),
            "api-version",
            "2022-07-31",
            "Content-Type",
            "application/json",
            "Accept",
            "application/json");
  }

  Uni<Reply> createCode(String reference, long amount, Instant expiresAt) {
    return post(
        "/qr_codes",
        Map.of(
            "reference_id",
            reference,
            "type",
            "DYNAMIC",
            "currency",
            "IDR",
            "amount",
            amount,
            "expires_at",
            expiresAt.truncatedTo(ChronoUnit.MILLIS).toString()));
  }

  Uni<Reply> payments(String qrId) {
    return http.get(base.resolve("/qr_codes/" + qrId + "/payments"), headers);
  }

  /** Test mode only. */
  Uni<Reply> simulate(String reference, long amount) {
    return post("/qr_codes/" + reference + "/payments/simulate", Map.of("amount", amount));
  }

  Uni<Reply> refund(String paymentId, long amount, String reason) {
    Map<String, Object> body = new HashMap<>();
    body.put("amount", amount);
    body.put("reason", reason);
    return post("/qr_codes/payments/" + paymentId + "/refunds", body);
  }

  private Uni<Reply> post(String path, Map<String, ?> body) {
    try {
      return http.post(base.resolve(path), headers, json.writeValueAsBytes(body));
    } catch (JsonProcessingException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
