package com.partnerbridges.dev.stack;

import static java.util.Map.entry;

import com.partnerbridges.dev.sandbox.atlas.AtlasSandboxClient;
import com.partnerbridges.dev.sandbox.xendit.XenditSandboxClient;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.BiFunction;

/**
 * A service of the suite, as the stack runs it. A new service is a new entry here.
 *
 * @param name also the name of its module
 * @param port of its first instance
 * @param pages what a newcomer opens first
 * @param settings its own environment variables, from the sandbox's URL and its own public URL
 * @param registration what its owner would enter at the partner, from the same URLs
 */
record ServiceSpec(
    String name,
    int port,
    List<String> pages,
    BiFunction<URI, URI, Map<String, String>> settings,
    BiConsumer<URI, URI> registration) {

  static final List<ServiceSpec> ALL =
      List.of(
          new ServiceSpec(
              "iute-service",
              8081,
              List.of("/apidocs"),
              ServiceSpec::iute,
              (sandbox, publicUrl) -> {}),
          new ServiceSpec(
              "xendit-qris-service",
              8082,
              List.of("/kiosk", "/docs"),
              ServiceSpec::xendit,
              ServiceSpec::registerAtXendit));

  static List<String> names() {
    return ALL.stream().map(ServiceSpec::name).toList();
  }

  private static Map<String, String> iute(URI sandbox, URI publicUrl) {
    return Map.of(
        "API_BASE_URL",
        sandbox + "/iute",
        "AUTH_TOKEN",
        "sandbox-token",
        "POS_ID",
        "sandbox-pos",
        "IUTE_PUBLIC_KEY_URL",
        sandbox + "/iute/public-key/dev-ALB-public-key.pem",
        "PUBLIC_BASE_URL",
        publicUrl.toString());
  }

  private static Map<String, String> xendit(URI sandbox, URI publicUrl) {
    return Map.ofEntries(
        entry("XENDIT_BASE_URL", sandbox + "/xendit"),
        entry("XENDIT_API_KEY", XenditSandboxClient.SECRET_KEY),
        entry("XENDIT_CALLBACK_TOKEN", XenditSandboxClient.CALLBACK_TOKEN),
        entry("ATLAS_SSO_URL", sandbox + "/atlas/api/v1"),
        entry("ATLAS_APP_CODE", "PHOTOBOX"),
        entry("ATLAS_ENCRYPTION_KEY", AtlasSandboxClient.ENCRYPTION_KEY),
        entry("ATLAS_ENCRYPTION_IV", AtlasSandboxClient.ENCRYPTION_IV),
        entry("EMAIL_SENDER", "photobox@example.com"),
        entry("PHOTO_HOSTS", "photos.example.com"),
        entry("KIOSK_TEST_TOKEN", AtlasSandboxClient.ADMIN),
        entry("PUBLIC_BASE_URL", publicUrl.toString()));
  }

  private static void registerAtXendit(URI sandbox, URI publicUrl) {
    new XenditSandboxClient(sandbox).register(publicUrl.resolve("/api/v1/webhooks/xendit"));
  }
}
