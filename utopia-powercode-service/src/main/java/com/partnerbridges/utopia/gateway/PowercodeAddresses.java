package com.partnerbridges.utopia.gateway;

import com.partnerbridges.shared.edge.HttpAddress;
import com.partnerbridges.utopia.UtopiaConfig;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/** Where PowerCode is, for us and for staff. */
@ApplicationScoped
public class PowercodeAddresses {

  private static final int USUAL_PORT = 444;

  private final UtopiaConfig.Powercode powercode;
  private final String base;

  PowercodeAddresses(UtopiaConfig config) {
    powercode = config.powercode();
    URI url = powercode.url().uri();
    base =
        url.getPort() == -1
            ? url.getScheme() + "://" + url.getHost() + ":" + USUAL_PORT + url.getPath()
            : url.toString();
  }

  /** One address for all actions of the classic API. */
  public URI classic() {
    return powercode
        .classicUrl()
        .map(HttpAddress::uri)
        .orElseGet(() -> URI.create(base + "/api/1/index.php"));
  }

  /** The newer API, without a slash at its end. */
  public URI uapi() {
    return powercode.uapiUrl().map(HttpAddress::uri).orElseGet(() -> URI.create(base + "/uapi"));
  }

  /** The page of a customer, for staff. */
  public URI customerPage(String customerId) {
    return URI.create(
        base
            + "/index.php?q&page=/customers/_view.php&customerid="
            + URLEncoder.encode(customerId, StandardCharsets.UTF_8));
  }
}
