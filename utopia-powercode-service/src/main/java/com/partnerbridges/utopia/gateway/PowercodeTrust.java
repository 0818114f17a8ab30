package com.partnerbridges.utopia.gateway;

import com.partnerbridges.shared.edge.Secret;
import com.partnerbridges.shared.edge.SettingRules;
import com.partnerbridges.shared.edge.UnusableSetting;
import com.partnerbridges.shared.partner.Trust;
import com.partnerbridges.utopia.UtopiaConfig;
import jakarta.inject.Singleton;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;

/** Which certificate PowerCode may show; the settings about it must agree and be usable. */
@Singleton
public class PowercodeTrust implements SettingRules {

  /** To the framework every other word is a no, a slip of the finger included. */
  private static final String YES_OR_NO = "(?i)true|yes|y|on|1|false|no|n|off|0";

  private static final String NO = "(?i)false|no|n|off|0";

  static Trust of(UtopiaConfig.Powercode settings) {
    if (!settings.verifySsl()) {
      return Trust.none();
    }
    if (settings.pinnedCertificate().isPresent()) {
      return Trust.pinned(settings.pinnedCertificate().get());
    }
    String password = settings.trustStorePassword().map(Secret::value).orElse(null);
    return settings.trustStore().map(it -> Trust.store(it, password)).orElseGet(Trust::system);
  }

  @Override
  public Map<String, String> broken(Function<String, Optional<String>> settings) {
    Map<String, String> wrong = new TreeMap<>();
    Optional<String> verify = settings.apply("utopia.powercode.verify-ssl").map(String::strip);
    Optional<String> store = settings.apply("utopia.powercode.trust-store");
    Optional<String> pinned = settings.apply("utopia.powercode.pinned-certificate");
    Optional<String> password = settings.apply("utopia.powercode.trust-store-password");
    if (verify.isPresent() && !verify.get().matches(YES_OR_NO)) {
      wrong.put("PC_VERIFY_SSL", "is neither true nor false");
    } else if (verify.isPresent()
        && verify.get().matches(NO)
        && (store.isPresent() || pinned.isPresent())) {
      wrong.put(
          "PC_VERIFY_SSL", "is off, and a certificate to check is set: one of them is not meant");
    }
    if (store.isPresent() && pinned.isPresent()) {
      wrong.put("PC_PINNED_CERTIFICATE", "cannot be had together with PC_TRUST_STORE");
    }
    store.ifPresent(
        it ->
            complain(
                wrong,
                "PC_TRUST_STORE",
                () -> Trust.store(Path.of(it.strip()), password.orElse(null))));
    pinned.ifPresent(it -> complain(wrong, "PC_PINNED_CERTIFICATE", () -> Trust.pinned(it)));
    return wrong;
  }

  private static void complain(Map<String, String> wrong, String name, Runnable use) {
    try {
      use.run();
    } catch (UnusableSetting unusable) {
      wrong.putIfAbsent(name, unusable.getMessage());
    }
  }
}
