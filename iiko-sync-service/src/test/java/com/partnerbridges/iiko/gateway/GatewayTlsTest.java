package com.partnerbridges.iiko.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import com.partnerbridges.iiko.gateway.IikoServer.Source;
import com.partnerbridges.iiko.gateway.IikoTrouble.Kind;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.net.PfxOptions;
import java.net.InetAddress;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A server behind a name that only the test's resolver knows. */
class GatewayTlsTest extends GatewayTest {

  private static final String NAME = "tenant.iiko.example";
  private static final List<String> SEEN = new CopyOnWriteArrayList<>();

  @TempDir static Path folder;

  private static Vertx serverVertx;
  private static HttpServer tls;
  private static PfxOptions keys;

  @BeforeAll
  static void listen() throws Exception {
    keys = keys(NAME);
    serverVertx = Vertx.vertx();
    tls =
        serverVertx
            .createHttpServer(
                new HttpServerOptions().setSsl(true).setSni(true).setKeyCertOptions(keys))
            .requestHandler(
                request -> {
                  SEEN.add(
                      request.path()
                          + " "
                          + request.connection().indicatedServerName()
                          + " "
                          + request.getHeader("Host"));
                  request.response().end("0123456789abcdef");
                })
            .listen(0, "127.0.0.1")
            .toCompletionStage()
            .toCompletableFuture()
            .get();
  }

  @AfterAll
  static void close() {
    serverVertx.close();
  }

  @Test
  void checkedAddressIsCalledByTheNameOfTheCertificate() {
    List<String> asked = new ArrayList<>();

    logIn(NAME, new HttpClientOptions().setTrustOptions(keys), asked).close();

    // one look-up for each call, none by anybody else
    assertThat(asked).containsExactly(NAME, NAME);
    String host = NAME + " " + NAME + ":" + tls.actualPort();
    assertThat(SEEN).contains("/resto/api/auth " + host, "/resto/api/logout " + host);
  }

  @Test
  void certificateForAnotherNameIsNotTrusted() {
    HttpClientOptions trusting = new HttpClientOptions().setTrustOptions(keys);

    IikoTrouble trouble = trouble(() -> logIn("other.iiko.example", trusting, new ArrayList<>()));

    assertThat(trouble).hasMessageContaining("certificate");
    assertThat(trouble.kind()).isEqualTo(Kind.UNREACHABLE);
  }

  @Test
  void certificateThatNobodySignedIsNotTrusted() {
    IikoTrouble trouble = trouble(() -> logIn(NAME, new HttpClientOptions(), new ArrayList<>()));

    assertThat(trouble).hasMessageContaining("certificate");
  }

  private IikoSession logIn(String name, HttpClientOptions http, List<String> asked) {
    Resolver resolver =
        host -> {
          asked.add(host);
          return List.of(InetAddress.getByName("127.0.0.1"));
        };
    URI url = URI.create("https://" + name + ":" + tls.actualPort());
    return gateway(ServerSettings.USUAL, http, resolver, Pauses.REAL)
        .logIn(server(url, "password", Source.XML), watch);
  }

  private static PfxOptions keys(String name) throws Exception {
    String file = folder.resolve("keys.p12").toString();
    String tool = Path.of(System.getProperty("java.home"), "bin", "keytool").toString();
    String command =
        "%s -genkeypair -alias server -keyalg EC -dname CN=iiko -ext san=dns:%s -storetype PKCS12"
            + " -keystore %s -storepass changeit";
    Process keytool = new ProcessBuilder(command.formatted(tool, name, file).split(" ")).start();
    assertThat(keytool.waitFor()).isZero();
    return new PfxOptions().setPath(file).setPassword("changeit");
  }
}
