package com.partnerbridges.xendit.kiosk;

import com.partnerbridges.xendit.XenditConfig;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import org.jboss.logging.Logger;

/** Tells at start that anybody can sign in as the sandbox user. */
@Singleton
class TestTokenWarning {

  private static final Logger LOG = Logger.getLogger(TestTokenWarning.class);

  private final XenditConfig config;

  TestTokenWarning(XenditConfig config) {
    this.config = config;
  }

  void tell(@Observes StartupEvent started) {
    if (config.kioskTestToken().isPresent()) {
      LOG.warn(
          "KIOSK_TEST_TOKEN is set: /kiosk/settings gives it to anybody, so it must be no real sign-in");
    }
  }
}
