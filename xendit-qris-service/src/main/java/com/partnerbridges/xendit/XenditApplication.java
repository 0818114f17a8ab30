package com.partnerbridges.xendit;

import com.partnerbridges.shared.database.DatabaseRules;
import com.partnerbridges.shared.edge.Bridge;
import com.partnerbridges.shared.job.JobRules;
import io.quarkus.runtime.annotations.QuarkusMain;
import jakarta.ws.rs.core.Application;
import org.eclipse.microprofile.openapi.annotations.OpenAPIDefinition;
import org.eclipse.microprofile.openapi.annotations.enums.SecuritySchemeIn;
import org.eclipse.microprofile.openapi.annotations.enums.SecuritySchemeType;
import org.eclipse.microprofile.openapi.annotations.info.Info;
import org.eclipse.microprofile.openapi.annotations.security.SecurityScheme;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The service's start, and its API's front page. */
@QuarkusMain
@OpenAPIDefinition(
    info =
        @Info(
            title = "xendit-qris-service",
            version = "1.0",
            description =
                "Photobox kiosks take QRIS payments through Xendit; staff sign in with Atlas. In"
                    + " the local stack use the tokens staff-local-token and admin-local-token."),
    tags = {
      @Tag(name = "Kiosk"),
      @Tag(name = "Public"),
      @Tag(name = "Photos"),
      @Tag(name = "Office"),
      @Tag(name = "Money that a person must look at"),
      @Tag(name = "Webhooks from Xendit")
    })
@SecurityScheme(
    securitySchemeName = "atlas",
    type = SecuritySchemeType.HTTP,
    scheme = "bearer",
    description = "A token of Atlas, here or in the cookie ATLASTOKEN.")
@SecurityScheme(
    securitySchemeName = "api-key",
    type = SecuritySchemeType.APIKEY,
    in = SecuritySchemeIn.HEADER,
    apiKeyName = "X-API-Key")
public class XenditApplication extends Application {

  public static void main(String... args) {
    Bridge.run(
        XenditConfig.class, new XenditRules().and(new DatabaseRules()).and(new JobRules()), args);
  }
}
