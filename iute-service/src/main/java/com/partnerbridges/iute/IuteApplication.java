package com.partnerbridges.iute;

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
            title = "iute-service",
            version = "1.0",
            description =
                "A point of sale starts an Iute loan payment; Iute's signed webhooks confirm or"
                    + " cancel it. In the local stack use the keys pos-local-key, reader-local-key"
                    + " and operator-local-key."),
    tags = {
      @Tag(name = "Point of sale"),
      @Tag(name = "Office"),
      @Tag(name = "Operator"),
      @Tag(name = "Webhooks from Iute")
    })
@SecurityScheme(
    securitySchemeName = "api-key",
    type = SecuritySchemeType.APIKEY,
    in = SecuritySchemeIn.HEADER,
    apiKeyName = "X-API-Key")
public class IuteApplication extends Application {

  public static void main(String... args) {
    Bridge.run(IuteConfig.class, new DatabaseRules().and(new JobRules()), args);
  }
}
