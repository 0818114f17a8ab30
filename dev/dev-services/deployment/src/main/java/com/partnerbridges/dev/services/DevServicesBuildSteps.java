package com.partnerbridges.dev.services;

import io.quarkus.deployment.IsDevServicesSupportedByLaunchMode;
import io.quarkus.deployment.annotations.BuildStep;
import io.quarkus.deployment.annotations.BuildSteps;
import io.quarkus.deployment.builditem.DevServicesResultBuildItem;
import io.quarkus.deployment.builditem.LaunchModeBuildItem;
import io.quarkus.deployment.dev.devservices.DevServicesConfig;
import io.quarkus.runtime.LaunchMode;
import io.quarkus.runtime.configuration.ConfigUtils;
import java.util.Map;
import org.eclipse.microprofile.config.ConfigProvider;
import org.jboss.logging.Logger;

/**
 * Gives a service its database, its partners and its mail server in dev and test mode. What the
 * developer has set already ({@code DB_URL}, {@code SANDBOX_URL}) is not started; {@code
 * quarkus.devservices.enabled=false} starts nothing at all. Quarkus' own dev service for the
 * datasource stays away because the service's {@code quarkus.datasource.jdbc.url} is set.
 *
 * <p>Quarkus keeps a started service across live reloads and ends it with the JVM. The constant
 * service configuration says that no change in the application is a reason to start a new one.
 */
@BuildSteps(onlyIf = {IsDevServicesSupportedByLaunchMode.class, DevServicesConfig.Enabled.class})
class DevServicesBuildSteps {
  private static final Logger LOG = Logger.getLogger("com.partnerbridges.dev");

  @BuildStep
  DevServicesResultBuildItem database() {
    QuietLogs.apply();
    if (ConfigUtils.isPropertyNonEmpty("DB_URL")) {
      return null;
    }
    return DevServicesResultBuildItem.<DatabaseService>owned()
        .feature("partner-bridges-database")
        .serviceConfig("constant")
        .startable(DatabaseService::new)
        .configProvider(
            Map.of(
                "DB_URL", DatabaseService::getConnectionInfo,
                "DB_USER", DatabaseService::user,
                "DB_PASSWORD", DatabaseService::password))
        .postStartHook(database -> LOG.infof("PostgreSQL  %s", database.getConnectionInfo()))
        .build();
  }

  @BuildStep
  DevServicesResultBuildItem sandbox(LaunchModeBuildItem launch) {
    QuietLogs.apply();
    if (ConfigUtils.isPropertyNonEmpty("SANDBOX_URL")) {
      return null;
    }
    return DevServicesResultBuildItem.<SandboxService>owned()
        .feature("partner-bridges-sandbox")
        .serviceConfig("constant")
        .startable(SandboxService::new)
        .configProvider(
            Map.of(
                "SANDBOX_URL", SandboxService::getConnectionInfo,
                "SANDBOX_TLS_URL", SandboxService::tlsUrl,
                "MAIL_SERVER", SandboxService::mailServer,
                "MAIL_PORT", SandboxService::mailPort))
        .postStartHook(sandbox -> introduce(sandbox, launch))
        .build();
  }

  /** A test registers its own address where it wants webhooks. */
  private static void introduce(SandboxService sandbox, LaunchModeBuildItem launch) {
    if (launch.getLaunchMode() == LaunchMode.DEVELOPMENT) {
      sandbox.registerAtPartners(
          ConfigProvider.getConfig()
              .getOptionalValue("quarkus.http.port", Integer.class)
              .orElse(8080));
    }
    LOG.infof("Sandbox     %s/", sandbox.getConnectionInfo());
  }
}
