package com.partnerbridges.shared.edge;

import io.quarkus.bootstrap.logging.InitialConfigurator;
import io.quarkus.runtime.ApplicationLifecycleManager;
import io.quarkus.runtime.LaunchMode;
import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.QuarkusBindException;
import io.quarkus.runtime.configuration.ConfigUtils;
import io.smallrye.config.ConfigValidationException;
import io.smallrye.config.SmallRyeConfig;
import java.util.Collections;
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
   * @param rules what the settings must be beyond their types
   */
  public static void run(Class<?> settings, SettingRules rules, String... args) {
    if (isForReal() && !looksGood(rules)) {
      SmallRyeConfig config = ConfigUtils.configBuilder().build();
      SortedMap<String, String> wrong = SettingsCheck.of(config, settings, rules, Optional.empty());
      if (!wrong.isEmpty()) {
        System.err.println(report(config, wrong));
        System.exit(1);
      }
    }
    Quarkus.run(null, (exitCode, failure) -> ended(settings, rules, exitCode, failure), args);
  }

  /**
   * In development, settings come from services that are started later. The launch mode is not
   * known yet when {@code main} begins, but development has a class loader of its own.
   */
  private static boolean isForReal() {
    return LaunchMode.current() == LaunchMode.NORMAL
        && !loader().getClass().getSimpleName().equals("QuarkusClassLoader")
        && !ApplicationLifecycleManager.isAppCDSGeneration();
  }

  /** Quick; what only the whole configuration tells is found by the start itself. */
  private static boolean looksGood(SettingRules rules) {
    return RequiredVariables.areSet(loader(), System::getenv)
        && rules.broken(PlainSettings.of(loader(), System::getenv)).isEmpty();
  }

  private static ClassLoader loader() {
    return Thread.currentThread().getContextClassLoader();
  }

  private static void ended(
      Class<?> settings, SettingRules rules, int exitCode, Throwable failure) {
    if (failure != null) {
      explain(settings, rules, failure);
    }
    ApplicationLifecycleManager.getDefaultExitCodeHandler().accept(exitCode, failure);
  }

  private static void explain(Class<?> settings, SettingRules rules, Throwable failure) {
    SmallRyeConfig config = ConfigUtils.configBuilder().build();
    Optional<QuarkusBindException> taken = cause(failure, QuarkusBindException.class);
    SortedMap<String, String> wrong =
        isForReal()
            ? SettingsCheck.of(
                config, settings, rules, cause(failure, ConfigValidationException.class))
            : Collections.emptySortedMap();
    if (!wrong.isEmpty()) {
      System.err.println(report(config, wrong));
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
