package com.partnerbridges.shared.edge;

import io.quarkus.runtime.StartupEvent;
import io.smallrye.config.SmallRyeConfig;
import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Singleton;
import org.eclipse.microprofile.config.Config;

/** Before any other work: a service whose settings break a rule does not start. */
@Singleton
class SettingsAtStart {

  private static final int BEFORE_OTHERS = 1;

  void check(
      @Observes @Priority(BEFORE_OTHERS) StartupEvent start,
      Instance<SettingRules> rules,
      Config config) {
    SmallRyeConfig settings = config.unwrap(SmallRyeConfig.class);
    for (SettingRules each : rules) {
      var broken = each.broken(SettingsCheck.values(settings));
      if (!broken.isEmpty()) {
        throw new IllegalStateException("unusable settings: " + broken);
      }
    }
  }
}
