package com.partnerbridges.utopia;

import com.partnerbridges.shared.database.DatabaseRules;
import com.partnerbridges.shared.edge.Bridge;
import com.partnerbridges.shared.job.JobRules;
import com.partnerbridges.utopia.callback.CallbackRules;
import com.partnerbridges.utopia.gateway.PowercodeTrust;
import com.partnerbridges.utopia.ticket.TicketRules;
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
            title = "utopia-powercode-service",
            version = "1.0",
            description =
                "An order callback from UTOPIA Fiber becomes a customer, services and a ticket in"
                    + " PowerCode, and an e-mail. In the local stack use the keys reader-local-key"
                    + " and operator-local-key."),
    tags = {@Tag(name = "Callbacks from UTOPIA"), @Tag(name = "Office"), @Tag(name = "Operator")})
@SecurityScheme(
    securitySchemeName = "api-key",
    type = SecuritySchemeType.APIKEY,
    in = SecuritySchemeIn.HEADER,
    apiKeyName = "X-API-Key")
public class UtopiaApplication extends Application {

  public static void main(String... args) {
    Bridge.run(
        UtopiaConfig.class,
        new UtopiaRules()
            .and(new PowercodeTrust())
            .and(new CallbackRules())
            .and(new TicketRules())
            .and(new AuditFile())
            .and(new DatabaseRules())
            .and(new JobRules()),
        args);
  }
}
