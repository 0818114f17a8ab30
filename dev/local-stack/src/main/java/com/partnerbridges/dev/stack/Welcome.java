package com.partnerbridges.dev.stack;

import java.util.Locale;

/** What a newcomer reads when the stack is up. */
final class Welcome {
  private Welcome() {}

  static String to(LocalStack stack) {
    StringBuilder text = new StringBuilder("\n");
    line(text, "sandbox", stack.sandbox().url() + "/", "the partners, with buttons");
    for (ServiceProcess service : stack.services()) {
      line(text, service.name(), service.url().toString(), service.url() + "/apidocs");
    }
    line(text, "PostgreSQL", stack.postgres().url(), "user " + stack.postgres().user());
    line(text, "mail sink", "smtp://127.0.0.1:" + stack.sandbox().smtpPort(), "");
    text.append('\n');
    for (LocalKey key : LocalKey.values()) {
      line(text, "X-API-Key", key.key(), "role " + key.role());
    }
    return text.append(iuteStory(stack)).append("\nCtrl-C stops everything.\n").toString();
  }

  private static String iuteStory(LocalStack stack) {
    return """

    Try it: create a payment, approve it as the customer would, see it PAID.

      curl -sS %1$s/create_iute_payment -H 'X-API-Key: %2$s' -H 'Content-Type: application/json' \\
        -d '{"orderId":"order-1","amount":100,"currency":"EUR","customerPhone":"+355691234567","salesmanIdentifier":"s-1"}'
      curl -sS -X POST %3$s/control/iute/orders/order-1/approve
      curl -sS %1$s/payment_status/order-1 -H 'X-API-Key: %2$s'
    """
        .formatted(
            stack.services("iute-service").get(0).url(), LocalKey.POS.key(), stack.sandbox().url());
  }

  private static void line(StringBuilder text, String name, String value, String remark) {
    String line = String.format(Locale.ROOT, "  %-16s %-38s %s", name, value, remark);
    text.append(line.stripTrailing()).append('\n');
  }
}
