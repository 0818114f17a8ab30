package com.partnerbridges.shared.partner;

import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.net.PfxOptions;
import java.io.IOException;
import java.io.InputStream;
import java.lang.ProcessBuilder.Redirect;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.X509Certificate;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/** An HTTPS server on 127.0.0.1 that shows a certificate which nobody else signed. */
final class TlsServer {

  static final String PASSWORD = "changeit";

  private final AtomicInteger calls = new AtomicInteger();
  private final HttpServer server;
  private final Path keys;

  /**
   * @param san whom the certificate is for, such as {@code ip:127.0.0.1}
   * @param startDate of the certificate, as {@code keytool} has it; it lasts for five days
   */
  TlsServer(Vertx vertx, Path folder, String san, String startDate) throws Exception {
    keys = folder.resolve(san.replace(':', '-') + startDate + ".p12");
    makeKeys(san, startDate);
    HttpServerOptions options =
        new HttpServerOptions()
            .setSsl(true)
            .setKeyCertOptions(new PfxOptions().setPath(keys.toString()).setPassword(PASSWORD));
    server =
        vertx
            .createHttpServer(options)
            .requestHandler(
                request -> {
                  calls.incrementAndGet();
                  request.response().end("answer");
                })
            .listen(0, "127.0.0.1")
            .toCompletionStage()
            .toCompletableFuture()
            .get();
  }

  URI address() {
    return URI.create("https://127.0.0.1:" + server.actualPort());
  }

  int calls() {
    return calls.get();
  }

  X509Certificate certificate() throws GeneralSecurityException, IOException {
    KeyStore store = KeyStore.getInstance("PKCS12");
    try (InputStream content = Files.newInputStream(keys)) {
      store.load(content, PASSWORD.toCharArray());
    }
    return (X509Certificate) store.getCertificate("server");
  }

  /** With the certificate alone. */
  Path pem(Path folder) throws Exception {
    String base64 =
        Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(certificate().getEncoded());
    return Files.writeString(
        folder.resolve("certificate.pem"),
        "-----BEGIN CERTIFICATE-----\n" + base64 + "\n-----END CERTIFICATE-----\n");
  }

  /** With the certificate alone. */
  Path store(Path folder, String type, String ending) throws Exception {
    KeyStore store = KeyStore.getInstance(type);
    store.load(null, null);
    store.setCertificateEntry("partner", certificate());
    Path file = folder.resolve("trust" + ending);
    try (var out = Files.newOutputStream(file)) {
      store.store(out, PASSWORD.toCharArray());
    }
    return file;
  }

  private void makeKeys(String san, String startDate) throws Exception {
    List<String> command =
        List.of(
            Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
            "-genkeypair",
            "-alias",
            "server",
            "-keyalg",
            "EC",
            "-dname",
            "CN=partner",
            "-ext",
            "san=" + san,
            "-startdate",
            startDate,
            "-validity",
            "5",
            "-storetype",
            "PKCS12",
            "-keystore",
            keys.toString(),
            "-storepass",
            PASSWORD);
    Process keytool = new ProcessBuilder(command).redirectError(Redirect.DISCARD).start();
    if (keytool.waitFor() != 0) {
      throw new IllegalStateException("keytool failed");
    }
  }
}
