package com.partnerbridges.shared.edge;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.InvalidDefinitionException;
import jakarta.ws.rs.ConstrainedTo;
import jakarta.ws.rs.RuntimeType;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.ext.Provider;
import jakarta.ws.rs.ext.ReaderInterceptor;
import jakarta.ws.rs.ext.ReaderInterceptorContext;
import java.io.IOException;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A request body that cannot be read is a 400 that says where, and shows neither our class names
 * nor the content. It is told apart here, where only requests come by: unreadable JSON from
 * anywhere else is our own trouble.
 */
@Provider
@ConstrainedTo(RuntimeType.SERVER)
class RequestBodies implements ReaderInterceptor {
  private static final String FIELD_NAME = "[A-Za-z0-9_.-]{1,64}";

  private static final int DEEPEST = 16;

  private final BodyLimit limit;

  RequestBodies(BodyLimit limit) {
    this.limit = limit;
  }

  @Override
  public Object aroundReadFrom(ReaderInterceptorContext request) throws IOException {
    Object body;
    request.setInputStream(limit.limited(request.getInputStream()));
    try {
      body = request.proceed();
    } catch (InvalidDefinitionException ours) {
      throw ours;
    } catch (JsonProcessingException unreadable) {
      throw malformed(unreadable);
    } catch (LimitedBody.TooLarge tooLarge) {
      throw Refusals.of(413);
    } catch (IOException brokenOff) { // or no text in any encoding of Unicode
      throw Refusals.malformedJson("The body cannot be read to its end.");
    } catch (WebApplicationException wrapped) {
      throw wrapped.getCause() instanceof JsonProcessingException unreadable
          ? malformed(unreadable)
          : wrapped;
    }
    if (body == null && isRequired(request)) {
      throw Refusals.malformedJson("The body is empty.");
    }
    return body;
  }

  /** Any body but one that says that it may be left out. */
  private static boolean isRequired(ReaderInterceptorContext request) {
    return Stream.of(request.getAnnotations()).noneMatch(OptionalBody.class::isInstance);
  }

  private static Problem malformed(JsonProcessingException unreadable) {
    String field = unreadable instanceof JsonMappingException mapping ? path(mapping) : "";
    if (!field.isEmpty()) {
      return Refusals.malformedJson("The field " + field + " cannot be read.").with("field", field);
    }
    return Refusals.malformedJson("The body is not JSON of the expected shape" + place(unreadable));
  }

  private static String place(JsonProcessingException unreadable) {
    var location = unreadable.getLocation();
    return location == null || location.getLineNr() < 1
        ? "."
        : ": line " + location.getLineNr() + ", column " + location.getColumnNr() + ".";
  }

  private static String path(JsonMappingException unreadable) {
    return unreadable.getPath().stream()
        .limit(DEEPEST)
        .map(RequestBodies::step)
        .collect(Collectors.joining())
        .replaceFirst("^\\.", "");
  }

  private static String step(JsonMappingException.Reference step) {
    if (step.getFieldName() == null) {
      return "[" + step.getIndex() + "]";
    }
    // in a map the names are the client's content, which is not echoed
    return "." + (step.getFieldName().matches(FIELD_NAME) ? step.getFieldName() : "?");
  }
}
