package com.partnerbridges.shared.edge;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.ConstraintViolationException;
import jakarta.validation.ElementKind;
import jakarta.validation.Path;
import java.lang.annotation.Annotation;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jboss.resteasy.reactive.server.SimpleResourceInfo;

/** Bean validation's findings in the caller's words; rejected values are never shown. */
final class Violations {
  private final SimpleResourceInfo resource;
  private final ObjectMapper mapper;

  Violations(SimpleResourceInfo resource, ObjectMapper mapper) {
    this.resource = resource;
    this.mapper = mapper;
  }

  /** Empty when it was our answer, not the caller's request, that broke a rule. */
  Optional<Problem> ofTheCaller(ConstraintViolationException violations) {
    List<FieldError> errors = new ArrayList<>();
    for (ConstraintViolation<?> violation : violations.getConstraintViolations()) {
      List<Path.Node> path = new ArrayList<>();
      violation.getPropertyPath().forEach(path::add);
      if (path.size() < 2 || path.get(1).getKind() == ElementKind.RETURN_VALUE) {
        return Optional.empty();
      }
      errors.add(new FieldError(field(path), violation.getMessage(), type(violation)));
    }
    errors.sort(Comparator.comparing(FieldError::field).thenComparing(FieldError::message));
    return Optional.of(Refusals.validationFailed(errors));
  }

  private static String type(ConstraintViolation<?> violation) {
    return violation
        .getConstraintDescriptor()
        .getAnnotation()
        .annotationType()
        .getSimpleName()
        .replaceAll("(?<=[a-z])(?=[A-Z])", "_")
        .toLowerCase(Locale.ROOT);
  }

  private String field(List<Path.Node> path) {
    Path.Node parameter = path.get(1);
    if (parameter.getKind() != ElementKind.PARAMETER) {
      return ""; // a rule about several parameters together
    }
    List<Path.Node> inside = path.subList(2, path.size());
    int index = parameter.as(Path.ParameterNode.class).getParameterIndex();
    Optional<String> name = ParameterName.of(annotations(index));
    if (name.isEmpty() && !inside.isEmpty()) {
      return FieldPath.of(inside, resource.parameterTypes()[index], mapper);
    }
    return name.filter(it -> !it.isBlank()).orElse(parameter.getName());
  }

  private Annotation[] annotations(int parameter) {
    try {
      return resource
          .getResourceClass()
          .getDeclaredMethod(resource.getMethodName(), resource.parameterTypes())
          .getParameterAnnotations()[parameter];
    } catch (NoSuchMethodException inherited) {
      return new Annotation[0];
    }
  }
}
