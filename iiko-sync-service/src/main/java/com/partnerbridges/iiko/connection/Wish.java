package com.partnerbridges.iiko.connection;

import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What an account's admin asks for. Neither prints its fields. */
final class Wish {

  private static final String TEXT = "[^\\p{Cc}\\p{Cs}\\u2028\\u2029]*";
  private static final String SOME_TEXT = "(?=.*\\S)" + TEXT;
  private static final String TEXT_ONLY = "must have no control characters";
  private static final String SOME_TEXT_ONLY = "must not be blank, nor have control characters";
  private static final String SOURCES = "xml|json";
  private static final String SOURCES_ONLY = "must be xml or json";
  private static final String EMAIL_ONLY = "must be an e-mail address";
  private static final String EMAIL = "[^\\s\\p{Cc}\\p{Cs}@<>,;\"]{1,64}@[A-Za-z0-9.-]{1,188}";

  private Wish() {}

  /** A server and the login there; what is left out is as if it had never been said. */
  @Schema(
      name = "Connect",
      examples =
          "{\"username\": \"api\", \"password\": \"...\", \"base_url\": \"https://chain.iiko.it\","
              + " \"source\": \"xml\", \"time_zone\": \"Europe/Rome\","
              + " \"alert_email\": \"office@example.com\"}")
  @JsonNaming(SnakeCaseStrategy.class)
  record Connect(
      @NotNull @Size(max = 200) @Pattern(regexp = SOME_TEXT, message = SOME_TEXT_ONLY)
          String username,
      @NotNull
          @Size(max = 200)
          @Pattern(regexp = SOME_TEXT, message = SOME_TEXT_ONLY)
          @Schema(description = "Stored encrypted, and never shown again")
          String password,
      @NotNull
          @Size(max = 500)
          @Pattern(regexp = SOME_TEXT, message = SOME_TEXT_ONLY)
          @Schema(description = "The address of the account's own server, with https")
          String baseUrl,
      @Pattern(regexp = SOURCES, message = SOURCES_ONLY)
          @Schema(description = "Where invoices come from; xml if absent")
          String source,
      @Size(max = 50)
          @Pattern(regexp = TEXT, message = TEXT_ONLY)
          @Schema(
              description = "What iiko's dates are meant in, such as Europe/Rome; UTC if absent")
          String timeZone,
      @Size(max = 254)
          @Pattern(regexp = EMAIL, message = EMAIL_ONLY)
          @Schema(description = "Who is told when syncing fails again and again")
          String alertEmail) {

    @Override
    public String toString() {
      return "Connect[***]";
    }
  }

  /**
   * Another login, server or both; what is left out stays. The password is asked for in any case,
   * so that nobody can have the stored one sent to a server of his own.
   */
  @Schema(
      name = "Credentials",
      examples =
          "{\"username\": \"api\", \"password\": \"...\", \"alert_email\":"
              + " \"office@example.com\"}")
  @JsonNaming(SnakeCaseStrategy.class)
  record Credentials(
      @NotNull @Size(max = 200) @Pattern(regexp = SOME_TEXT, message = SOME_TEXT_ONLY)
          String username,
      @NotNull
          @Size(max = 200)
          @Pattern(regexp = SOME_TEXT, message = SOME_TEXT_ONLY)
          @Schema(description = "Stored encrypted, and never shown again")
          String password,
      @Size(max = 500)
          @Pattern(regexp = SOME_TEXT, message = SOME_TEXT_ONLY)
          @Schema(description = "Another server is read from the start; stays if absent")
          String baseUrl,
      @Pattern(regexp = SOURCES, message = SOURCES_ONLY)
          @Schema(description = "Another source is read from the start; stays if absent")
          String source,
      @Size(max = 50)
          @Pattern(regexp = TEXT, message = TEXT_ONLY)
          @Schema(description = "Stays if absent")
          String timeZone,
      @Size(max = 254)
          @Pattern(regexp = EMAIL + "|", message = EMAIL_ONLY)
          @Schema(description = "Stays if absent; an empty text takes it away")
          String alertEmail) {

    @Override
    public String toString() {
      return "Credentials[***]";
    }
  }
}
