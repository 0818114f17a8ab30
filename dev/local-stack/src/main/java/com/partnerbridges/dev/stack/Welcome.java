package com.partnerbridges.dev.stack;

import com.partnerbridges.dev.sandbox.atlas.AtlasSandboxClient;
import com.partnerbridges.dev.sandbox.iiko.IikoSandboxClient;
import java.util.Locale;
import java.util.stream.Collectors;

/** What a newcomer reads when the stack is up. */
final class Welcome {
  private Welcome() {}

  static String to(LocalStack stack) {
    StringBuilder text = new StringBuilder("\n");
    line(text, "sandbox", stack.sandbox().url() + "/", "the partners, with buttons");
    for (ServiceSpec spec : ServiceSpec.ALL) {
      for (ServiceProcess service : stack.services(spec.name())) {
        line(text, service.name(), pages(spec, service), "");
      }
    }
    line(text, "PostgreSQL", stack.postgres().url(), "user " + stack.postgres().user());
    line(text, "mail sink", "smtp://127.0.0.1:" + stack.sandbox().smtpPort(), "");
    stack
        .prometheus()
        .ifPresent(it -> line(text, "Prometheus", it.url() + "/alerts", "rules and alerts"));
    text.append('\n');
    for (LocalKey key : LocalKey.values()) {
      line(text, "X-API-Key", key.key(), "role " + key.role());
    }
    line(
        text, "Authorization: Bearer", AtlasSandboxClient.STAFF, "level 10 of xendit-qris-service");
    line(text, "Authorization: Bearer", AtlasSandboxClient.ADMIN, "level 50");
    return text.append(iuteStory(stack))
        .append(xenditStory(stack))
        .append(utopiaStory(stack))
        .append(iikoStory(stack))
        .append("\nCtrl-C stops everything.\n")
        .toString();
  }

  private static String pages(ServiceSpec spec, ServiceProcess service) {
    return spec.pages().stream()
        .map(page -> service.url() + page)
        .collect(Collectors.joining("  "));
  }

  private static String iuteStory(LocalStack stack) {
    return """

    A loan payment: create it, approve it as the customer would, see it PAID.

      curl -sS %1$s/create_iute_payment -H 'X-API-Key: %2$s' -H 'Content-Type: application/json' \\
        -d '{"orderId":"order-1","amount":100,"currency":"EUR","customerPhone":"+355691234567","salesmanIdentifier":"s-1"}'
      curl -sS -X POST %3$s/control/iute/orders/order-1/approve
      curl -sS %1$s/payment_status/order-1 -H 'X-API-Key: %2$s'
    """
        .formatted(
            stack.services("iute-service").get(0).url(), LocalKey.POS.key(), stack.sandbox().url());
  }

  private static String xenditStory(LocalStack stack) {
    return """

    A QRIS payment, on the screen of a kiosk: %1$s/kiosk. The same by hand, to COMPLETED:

      curl -sS %1$s/api/v1/locations -H 'Authorization: Bearer %2$s' -H 'Content-Type: application/json' \\
        -d '{"ml_name":"First mall"}'
      id=$(curl -sS %1$s/api/v1/transactions -H 'Authorization: Bearer %3$s' -H 'Content-Type: application/json' \\
        -d '{"location_id":1}' | grep -o 'TRX-[0-9A-F-]*' | head -n 1)
      curl -sS %1$s/api/v1/transactions/external/$id
      curl -sS -X POST %4$s/control/xendit/codes/$id/pay
      curl -sS %1$s/api/v1/transactions/external/$id
    """
        .formatted(
            stack.services("xendit-qris-service").get(0).url(),
            AtlasSandboxClient.ADMIN,
            AtlasSandboxClient.STAFF,
            stack.sandbox().url());
  }

  private static String utopiaStory(LocalStack stack) {
    return """

    An order of fibre: UTOPIA calls back, the rest happens by itself. See its steps, or %1$s/orders-board.

      order=$(curl -sS -X POST %2$s/control/utopia/order-now | grep -o 'UIA[0-9-]*' | head -n 1)
      curl -sS %1$s/orders/$order -H 'X-API-Key: %3$s'
    """
        .formatted(
            stack.services("utopia-powercode-service").get(0).url(),
            stack.sandbox().url(),
            LocalKey.READER.key());
  }

  private static String iikoStory(LocalStack stack) {
    return """

    Restaurants, stores, suppliers and invoices of an iiko server: get a token, connect an account, see what came.

      token=$(curl -sS %2$s/idp/token -H 'Content-Type: application/json' \\
        -d '{"sub":"me@example.com","accounts":{"cafe-1":"admin"}}' | cut -d'"' -f4)
      iiko=%1$s/api/v1/accounts/cafe-1/integrations/iiko
      curl -sS $iiko/connect -H "Authorization: Bearer $token" -H 'Content-Type: application/json' \\
        -d '{"base_url":"%3$s","username":"%4$s","password":"%5$s"}'
      curl -sS "$iiko/runs?limit=1" -H "Authorization: Bearer $token"
      curl -sS -X POST %2$s/control/iiko/tenants/demo/invoice-now
      curl -sS -X POST $iiko/sync/invoices -H "Authorization: Bearer $token"
      curl -sS "$iiko/invoices?limit=1" -H "Authorization: Bearer $token"

    On screen, with the token that `echo $token` shows: %1$s/console
    """
        .formatted(
            stack.services("iiko-sync-service").get(0).url(),
            stack.sandbox().url(),
            new IikoSandboxClient(stack.sandbox().url()).baseUrl(),
            IikoSandboxClient.USERNAME,
            IikoSandboxClient.PASSWORD);
  }

  private static void line(StringBuilder text, String name, String value, String remark) {
    String line = String.format(Locale.ROOT, "  %-22s %-40s %s", name, value, remark);
    text.append(line.stripTrailing()).append('\n');
  }
}
