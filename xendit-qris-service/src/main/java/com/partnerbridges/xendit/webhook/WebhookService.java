package com.partnerbridges.xendit.webhook;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.partnerbridges.shared.metric.Doors;
import com.partnerbridges.shared.partner.PartnerText;
import com.partnerbridges.shared.signature.Sha256;
import com.partnerbridges.shared.signature.StaticToken;
import com.partnerbridges.shared.signature.Verdict;
import com.partnerbridges.xendit.XenditConfig;
import com.partnerbridges.xendit.refund.RefundNews;
import com.partnerbridges.xendit.settlement.Delivery;
import com.partnerbridges.xendit.settlement.Settlement;
import io.quarkus.runtime.Startup;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;

/** Takes Xendit's webhooks. */
@Startup // its metrics are told from the beginning on
@ApplicationScoped
class WebhookService {

  private static final Pattern WEBHOOK_ID = Pattern.compile("[\\x21-\\x7E]{1,200}");

  /** What is worth keeping; anything else could be a secret of somebody's. */
  private static final List<String> KEPT_HEADERS =
      List.of("webhook-id", "api-version", "content-type", "user-agent", "x-request-id");

  /** Nobody looked into it. */
  private static final String UNPROVEN = "unproven";

  private final Settlement settlement;
  private final RefundNews refunds;
  private final StaticToken token;
  private final Doors doors;
  private final ObjectMapper json;

  WebhookService(
      Settlement settlement,
      RefundNews refunds,
      XenditConfig config,
      Doors doors,
      ObjectMapper json) {
    this.settlement = settlement;
    this.refunds = refunds;
    this.json = json;
    this.doors = doors;
    doors.open(UNPROVEN, List.of(), List.of(Verdict.MISSING.name(), Verdict.WRONG.name()));
    String[] tokens = config.callbackToken().value().split(",", 2);
    this.token = new StaticToken(tokens[0].strip(), tokens.length < 2 ? null : tokens[1].strip());
  }

  Verdict verify(String presented) {
    Verdict verdict = token.verify(presented);
    if (verdict != Verdict.VALID) {
      doors.refused(UNPROVEN, verdict.name());
    }
    return verdict;
  }

  /** The outcome, once it is committed. */
  Uni<String> receive(String webhookId, Map<String, List<String>> headers, byte[] body) {
    XenditNotice notice = XenditNotice.read(body);
    Delivery delivery =
        new Delivery(key(webhookId, body), kept(headers), body, notice.shape(), notice.event());
    return notice.refund() == null
        ? settlement.byWebhook(notice.report(), delivery).map(settled -> settled.outcome())
        : refunds.receive(
            notice.refund().refundId(),
            notice.refund().paymentId(),
            notice.refund().status(),
            notice.report().externalId(),
            delivery);
  }

  private static String key(String webhookId, byte[] body) {
    boolean usable = webhookId != null && WEBHOOK_ID.matcher(webhookId).matches();
    return usable ? webhookId : "sha256:" + HexFormat.of().formatHex(Sha256.digest(body));
  }

  private String kept(Map<String, List<String>> headers) {
    Map<String, String> kept = new TreeMap<>();
    headers.forEach(
        (name, values) -> {
          String lower = name.toLowerCase(Locale.ROOT);
          if (KEPT_HEADERS.contains(lower) && !values.isEmpty()) {
            kept.put(lower, PartnerText.line(values.get(0)));
          }
        });
    try {
      return json.writeValueAsString(kept);
    } catch (JsonProcessingException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
