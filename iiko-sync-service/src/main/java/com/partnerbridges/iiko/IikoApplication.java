package com.partnerbridges.iiko;

import com.partnerbridges.iiko.credential.KeyRules;
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
            title = "iiko-sync-service",
            version = "1.0",
            description =
                "Restaurant accounts connect their own iiko server; their restaurants, stores,"
                    + " suppliers and invoices are copied from it on a schedule and on request."),
    tags = {
      @Tag(name = "Connection"),
      @Tag(name = "Sync"),
      @Tag(name = "Synced data"),
      @Tag(name = "Console"),
      @Tag(name = "Operator")
    })
@SecurityScheme(
    securitySchemeName = "account-token",
    type = SecuritySchemeType.HTTP,
    scheme = "bearer",
    bearerFormat = "JWT")
@SecurityScheme(
    securitySchemeName = "api-key",
    type = SecuritySchemeType.APIKEY,
    in = SecuritySchemeIn.HEADER,
    apiKeyName = "X-API-Key")
public class IikoApplication extends Application {

  public static void main(String... args) {
    Bridge.run(
        IikoConfig.class,
        new IikoRules().and(new DatabaseRules()).and(new KeyRules()).and(new JobRules()),
        args);
  }
}
