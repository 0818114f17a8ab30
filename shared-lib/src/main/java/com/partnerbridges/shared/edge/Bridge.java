package com.partnerbridges.shared.edge;

import io.quarkus.bootstrap.logging.InitialConfigurator;
import io.quarkus.runtime.ApplicationLifecycleManager;
import io.quarkus.runtime.LaunchMode;
import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.QuarkusBindException;
import io.quarkus.runtime.configuration.ConfigUtils;
import io.smallrye.config.ConfigValidationException;
import io.smallrye.config.SmallRyeConfig;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.logging.Handler;
import org.jboss.logging.Logger;

/**
 * Starts a service; called by its {@code @QuarkusMain} class. Settings that are missing or
 * malformed stop the start with one message that names them all, and exit code 1.
 */
public final class Bridge {
  private Bridge() {}

  /**
   * Runs until the service is told to stop.
   *
   * @param settings the {@code @ConfigMapping} interface of the service
   */
  public static void run(Class<?> settings, String... args) {
    // in development and tests, settings come from services that are started later
    if (LaunchMode.current() == LaunchMode.NORMAL
        && !ApplicationLifecycleManager.isAppCDSGeneration()) {
      SmallRyeConfig config = ConfigUtils.configBuilder().build();
      SortedMap<String, String> wrong = SettingsCheck.of(config, settings);
      if (!wrong.isEmpty()) {
        System.err.println(report(config, wrong));
        System.exit(1);
      }
    }
    Quarkus.run(null, Bridge::ended, args);
  }

  private static void ended(int exitCode, Throwable failure) {
    if (failure != null) {
      explain(failure);
    }
    ApplicationLifecycleManager.getDefaultExitCodeHandler().accept(exitCode, failure);
  }

  private static void explain(Throwable failure) {
    SmallRyeConfig config = ConfigUtils.configBuilder().build();
    Optional<ConfigValidationException> invalid = cause(failure, ConfigValidationException.class);
    Optional<QuarkusBindException> taken = cause(failure, QuarkusBindException.class);
    if (invalid.isPresent()) {
      System.err.println(report(config, SettingsCheck.of(config, invalid.get())));
    } else if (taken.isPresent()) {
      System.err.printf(
          "%s cannot start: port %d is in use.%n", name(config), taken.get().getPort());
    } else {
      if (!InitialConfigurator.DELAYED_HANDLER.isActivated()) { // the failure came before logging
        InitialConfigurator.DELAYED_HANDLER.setHandlers(
            new Handler[] {InitialConfigurator.createDefaultHandler()});
      }
      Logger.getLogger(Bridge.class).errorf(failure, "%s cannot start", name(config));
    }
  }

  static String report(SmallRyeConfig config, SortedMap<String, String> wrong) {
    int width = wrong.keySet().stream().mapToInt(String::length).max().orElse(0);
    StringBuilder text = new StringBuilder(name(config)).append(" cannot start: ");
    text.append(wrong.size() == 1 ? "1 setting is" : wrong.size() + " settings are");
    text.append(" missing or unusable.");
    for (Map.Entry<String, String> setting : wrong.entrySet()) {
      text.append(String.format("%n  %-" + width + "s  %s", setting.getKey(), setting.getValue()));
    }
    return text.toString();
  }

  private static String name(SmallRyeConfig config) {
    return config.getOptionalValue("quarkus.application.name", String.class).orElse("The service");
  }

  private static <T extends Throwable> Optional<T> cause(Throwable failure, Class<T> type) {
    for (Throwable it = failure; it != null; it = it.getCause()) {
      if (type.isInstance(it)) {
        return Optional.of(type.cast(it));
      }
    }
    return Optional.empty();
  }
}
