package com.partnerbridges.dev.services;

import com.partnerbridges.dev.sandbox.PartnerSandbox;
import com.partnerbridges.dev.sandbox.utopia.UtopiaSandboxClient;
import com.partnerbridges.dev.sandbox.xendit.XenditSandboxClient;
import io.quarkus.deployment.builditem.Startable;
import java.net.URI;

/** The simulated partners and their SMTP sink, on free loopback ports. */
class SandboxService implements Startable {
  private PartnerSandbox sandbox;

  @Override
  public void start() {
    sandbox = PartnerSandbox.start("127.0.0.1", 0, 0);
  }

  @Override
  public String getConnectionInfo() {
    return sandbox.url().toString();
  }

  String tlsUrl() {
    return sandbox.tlsUrl().toString();
  }

  String mailServer() {
    return sandbox.url().getHost();
  }

  String mailPort() {
    return Integer.toString(sandbox.smtpPort());
  }

  /** Whichever service is started on this port is told of payments, or of orders. */
  void registerAtPartners(int port) {
    URI service = URI.create("http://127.0.0.1:" + port);
    new XenditSandboxClient(sandbox.url()).register(service.resolve("/api/v1/webhooks/xendit"));
    new UtopiaSandboxClient(sandbox.url()).register(service.resolve("/api-callback"));
  }

  @Override
  public String getContainerId() {
    return null;
  }

  @Override
  public void close() {
    sandbox.close();
  }
}
