package com.partnerbridges.utopia.letter;

import com.partnerbridges.shared.edge.Problem;
import com.partnerbridges.shared.mail.MailRoute;
import com.partnerbridges.utopia.UtopiaConfig;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.server.Cancellable;

/** Whether e-mail goes out. */
@Path("/test-email")
@RolesAllowed("operator")
@Tag(name = "Operator")
@SecurityRequirement(name = "api-key")
class TestEmailResource {

  private final LetterText text;
  private final MailServer server;
  private final UtopiaConfig config;

  TestEmailResource(LetterText text, MailServer server, UtopiaConfig config) {
    this.text = text;
    this.server = server;
    this.config = config;
  }

  /** What became of it. */
  @Schema(name = "TestEmail", examples = "{\"sent\": true, \"recipients\": 2}")
  record Sent(boolean sent, int recipients) {}

  @POST
  @Cancellable(false)
  @Operation(summary = "Send an e-mail to EMAIL_RECIPIENTS now, to see that it arrives")
  @APIResponse(responseCode = "200", description = "The mail server has taken it.")
  @APIResponse(responseCode = "502", description = "MAIL_NOT_TAKEN: the mail server has not.")
  public Uni<Sent> send() {
    return text.test()
        .flatMap(
            letter ->
                server
                    .send(letter)
                    .onFailure()
                    .transform(
                        failure ->
                            Problem.of(
                                502,
                                "MAIL_NOT_TAKEN",
                                "The mail server has not taken the e-mail: %s. See MAIL_SERVER and the settings around it."
                                    .formatted(MailRoute.reason(failure)))))
        .map(taken -> new Sent(true, config.recipients().size()));
  }
}
