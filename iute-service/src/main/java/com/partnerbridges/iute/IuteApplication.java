package com.partnerbridges.iute;

import jakarta.ws.rs.core.Application;
import org.eclipse.microprofile.openapi.annotations.OpenAPIDefinition;
import org.eclipse.microprofile.openapi.annotations.enums.SecuritySchemeIn;
import org.eclipse.microprofile.openapi.annotations.enums.SecuritySchemeType;
import org.eclipse.microprofile.openapi.annotations.info.Info;
import org.eclipse.microprofile.openapi.annotations.security.SecurityScheme;

/** The API's front page. */
@OpenAPIDefinition(
    info =
        @Info(
            title = "iute-service",
            version = "1.0",
            description =
                "A point of sale starts an Iute loan payment; Iute's signed webhooks confirm or"
                    + " cancel it. In the local stack use the keys pos-local-key, reader-local-key"
                    + " and operator-local-key."))
@SecurityScheme(
    securitySchemeName = "api-key",
    type = SecuritySchemeType.APIKEY,
    in = SecuritySchemeIn.HEADER,
    apiKeyName = "X-API-Key")
public class IuteApplication extends Application {}
