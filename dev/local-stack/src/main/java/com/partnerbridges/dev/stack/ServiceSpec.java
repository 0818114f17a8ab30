package com.partnerbridges.dev.stack;

import static java.util.Map.entry;

import com.partnerbridges.dev.sandbox.atlas.AtlasSandboxClient;
import com.partnerbridges.dev.sandbox.idp.IdpSandboxClient;
import com.partnerbridges.dev.sandbox.powercode.PowercodeSandboxClient;
import com.partnerbridges.dev.sandbox.utopia.UtopiaSandboxClient;
import com.partnerbridges.dev.sandbox.xendit.XenditSandboxClient;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * A service of the suite, as the stack runs it. A new service is a new entry here.
 *
 * @param name also the name of its module
 * @param port of its first instance
 * @param pages what a newcomer opens first
 * @param settings its own environment variables
 * @param registration what its owner would enter at the partner
 */
record ServiceSpec(
    String name,
    int port,
    List<String> pages,
    Function<Surroundings, Map<String, String>> settings,
    Consumer<Surroundings> registration) {

  static final List<ServiceSpec> ALL =
      List.of(
          new ServiceSpec(
              "iute-service", 8081, List.of("/apidocs"), ServiceSpec::iute, around -> {}),
          new ServiceSpec(
              "xendit-qris-service",
              8082,
              List.of("/kiosk", "/docs"),
              ServiceSpec::xendit,
              ServiceSpec::registerAtXendit),
          new ServiceSpec(
              "utopia-powercode-service",
              8083,
              List.of("/orders-board", "/apidocs"),
              ServiceSpec::utopia,
              ServiceSpec::registerAtUtopia),
          new ServiceSpec(
              "iiko-sync-service",
              8084,
              List.of("/console", "/apidocs"),
              ServiceSpec::iiko,
              around -> {}));

  /** One key, the primary; it opens nothing but a local stack's database. */
  private static final String LOCAL_KEYSET = "*local:bG9jYWwtc3RhY2sta2V5LW9mLTMyLWJ5dGVzLS0tLS0=";

  static List<String> names() {
    return ALL.stream().map(ServiceSpec::name).toList();
  }

  private static Map<String, String> iute(Surroundings around) {
    return Map.of(
        "API_BASE_URL",
        around.sandbox() + "/iute",
        "AUTH_TOKEN",
        "sandbox-token",
        "POS_ID",
        "sandbox-pos",
        "IUTE_PUBLIC_KEY_URL",
        around.sandbox() + "/iute/public-key/dev-ALB-public-key.pem",
        "PUBLIC_BASE_URL",
        around.publicUrl().toString());
  }

  private static Map<String, String> xendit(Surroundings around) {
    return Map.ofEntries(
        entry("XENDIT_BASE_URL", around.sandbox() + "/xendit"),
        entry("XENDIT_API_KEY", XenditSandboxClient.SECRET_KEY),
        entry("XENDIT_CALLBACK_TOKEN", XenditSandboxClient.CALLBACK_TOKEN),
        entry("ATLAS_SSO_URL", around.sandbox() + "/atlas/api/v1"),
        entry("ATLAS_APP_CODE", "PHOTOBOX"),
        entry("ATLAS_ENCRYPTION_KEY", AtlasSandboxClient.ENCRYPTION_KEY),
        entry("ATLAS_ENCRYPTION_IV", AtlasSandboxClient.ENCRYPTION_IV),
        entry("EMAIL_SENDER", "photobox@example.com"),
        entry("PHOTO_HOSTS", "photos.example.com"),
        entry("KIOSK_TEST_TOKEN", AtlasSandboxClient.ADMIN),
        entry("PUBLIC_BASE_URL", around.publicUrl().toString()));
  }

  private static void registerAtXendit(Surroundings around) {
    new XenditSandboxClient(around.sandbox())
        .register(around.publicUrl().resolve("/api/v1/webhooks/xendit"));
  }

  /** PowerCode is spoken to as it usually has to be: over TLS with a pinned certificate. */
  private static Map<String, String> utopia(Surroundings around) {
    return Map.ofEntries(
        entry("UTOPIA_URL_ENDPOINT", around.sandbox() + "/utopia"),
        entry("UTOPIA_API_KEY", UtopiaSandboxClient.API_KEY),
        entry("PC_URL", around.sandboxTls() + "/powercode"),
        entry("PC_PINNED_CERTIFICATE", around.certificate().toString()),
        entry("PC_API_KEY", PowercodeSandboxClient.API_KEY),
        entry("SERVICE_PLANS", "1 Gbps=164;250 Mbps=163"),
        entry("ADDITIONAL_SERVICE_PLANS", "172"),
        entry("CUSTOMER_TAGS", "UTOPIA,Fiber"),
        entry("EMAIL_SENDER", "provisioning@example.com"),
        entry("EMAIL_RECIPIENTS", "office@example.com"),
        entry("PUBLIC_BASE_URL", around.publicUrl().toString()));
  }

  private static void registerAtUtopia(Surroundings around) {
    new UtopiaSandboxClient(around.sandbox()).register(around.publicUrl().resolve("/api-callback"));
  }

  /** Accounts' servers are in the sandbox here, which no address of the outer world is. */
  private static Map<String, String> iiko(Surroundings around) {
    return Map.of(
        "JWT_ISSUER",
        IdpSandboxClient.ISSUER,
        "JWT_AUDIENCE",
        IdpSandboxClient.AUDIENCE,
        "JWT_PUBLIC_KEY_LOCATION",
        around.sandbox() + "/idp/jwks",
        "CREDENTIAL_ENCRYPTION_KEYS",
        LOCAL_KEYSET,
        "IIKO_ALLOW_PRIVATE_ADDRESSES",
        "true",
        "EMAIL_SENDER",
        "sync@example.com",
        "PUBLIC_BASE_URL",
        around.publicUrl().toString());
  }
}
