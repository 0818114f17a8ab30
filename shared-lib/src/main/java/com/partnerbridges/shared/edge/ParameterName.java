package com.partnerbridges.shared.edge;

import jakarta.ws.rs.CookieParam;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import java.lang.annotation.Annotation;
import java.util.Optional;
import org.jboss.resteasy.reactive.RestCookie;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestHeader;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;

/** The name under which a client sends a parameter, as the parameter's annotations tell it. */
final class ParameterName {
  private ParameterName() {}

  /**
   * Empty when no annotation makes it a parameter of the URL, headers or a form (so it may be the
   * body); blank when the annotation leaves the name to the Java parameter.
   */
  static Optional<String> of(Annotation[] annotations) {
    for (Annotation annotation : annotations) {
      String name = name(annotation);
      if (name != null) {
        return Optional.of(name);
      }
    }
    return Optional.empty();
  }

  private static String name(Annotation annotation) {
    if (annotation instanceof QueryParam it) {
      return it.value();
    } else if (annotation instanceof RestQuery it) {
      return it.value();
    } else if (annotation instanceof PathParam it) {
      return it.value();
    } else if (annotation instanceof RestPath it) {
      return it.value();
    } else if (annotation instanceof HeaderParam it) {
      return it.value();
    } else if (annotation instanceof RestHeader it) {
      return it.value();
    } else if (annotation instanceof FormParam it) {
      return it.value();
    } else if (annotation instanceof RestForm it) {
      return it.value();
    } else if (annotation instanceof CookieParam it) {
      return it.value();
    } else if (annotation instanceof RestCookie it) {
      return it.value();
    }
    return null;
  }
}
