package com.partnerbridges.shared.edge;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.hibernate.validator.runtime.jaxrs.ResteasyReactiveViolationException;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.ForbiddenException;
import io.quarkus.security.UnauthorizedException;
import jakarta.validation.ValidationException;
import jakarta.ws.rs.ClientErrorException;
import jakarta.ws.rs.NotAcceptableException;
import jakarta.ws.rs.NotAllowedException;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.NotSupportedException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.UUID;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.ResteasyReactiveClientProblem;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;
import org.jboss.resteasy.reactive.server.SimpleResourceInfo;

/** Whatever a resource throws, the caller reads a problem in the service's form. */
class ProblemMappers {
  private static final Logger LOG = Logger.getLogger(ProblemMappers.class);

  /** Before the framework's own mappers, whose answers have no body or show class names. */
  private static final int FIRST = 1000;

  private static final List<String> KEPT_HEADERS = List.of("Allow", "Retry-After");

  private final ObjectMapper mapper;
  private final RefusalForm form;

  ProblemMappers(ObjectMapper mapper, RefusalForm form) {
    this.mapper = mapper;
    this.form = form;
  }

  @ServerExceptionMapper(priority = FIRST)
  Response problem(Problem problem) {
    RefusalForm.Written written = form.write(problem);
    Response.ResponseBuilder response =
        Response.status(written.status()).type(written.mediaType()).entity(written.body());
    problem.headers().forEach(response::header);
    return response.build();
  }

  @ServerExceptionMapper(
      value = {UnauthorizedException.class, AuthenticationFailedException.class},
      priority = FIRST)
  Response unauthorized(SecurityException refused) {
    return problem(form.unauthorized());
  }

  @ServerExceptionMapper(value = ForbiddenException.class, priority = FIRST)
  Response forbidden(ForbiddenException refused) {
    return problem(form.forbidden());
  }

  @ServerExceptionMapper(
      value = {ResteasyReactiveViolationException.class, ValidationException.class},
      priority = FIRST)
  Response invalid(ValidationException invalid, SimpleResourceInfo resource) {
    // only the check of a request is about the caller; any other broken rule is ours
    return invalid instanceof ResteasyReactiveViolationException violations
        ? new Violations(resource, mapper)
            .ofTheCaller(violations)
            .map(this::problem)
            .orElseGet(() -> unexpected(invalid))
        : unexpected(invalid);
  }

  @ServerExceptionMapper(
      value = {
        NotFoundException.class,
        NotAllowedException.class,
        NotSupportedException.class,
        NotAcceptableException.class,
        ClientErrorException.class,
        WebApplicationException.class
      },
      priority = FIRST)
  Response refused(WebApplicationException refused) {
    // what a partner answered to us is not our answer
    if (refused instanceof ResteasyReactiveClientProblem) {
      return unexpected(refused);
    }
    if (refused.getCause() instanceof Problem problem) {
      return problem(problem);
    }
    if (refused instanceof NotFoundException && refused.getCause() != null) {
      return problem(Refusals.unreadableParameter()); // not by our converter, so it has no name
    }
    Response response = refused.getResponse();
    if (response.getStatus() < 400) {
      return response;
    }
    if (response.getStatus() == 500) {
      return unexpected(refused);
    }
    Problem problem = Refusals.of(response.getStatus());
    for (String header : KEPT_HEADERS) {
      String value = response.getHeaderString(header);
      problem = value == null ? problem : problem.withHeader(header, value);
    }
    return problem(problem);
  }

  @ServerExceptionMapper(value = Throwable.class, priority = FIRST)
  Response unexpected(Throwable fault) {
    String incident = UUID.randomUUID().toString();
    LOG.errorf(fault, "Request failed, incident %s", incident);
    return problem(Refusals.internal(incident));
  }
}
