package com.partnerbridges.shared.edge;

import jakarta.ws.rs.ConstrainedTo;
import jakarta.ws.rs.RuntimeType;
import jakarta.ws.rs.ext.ParamConverter;
import jakarta.ws.rs.ext.ParamConverterProvider;
import jakarta.ws.rs.ext.Provider;
import java.lang.annotation.Annotation;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Numbers, moments, days and enums in the URL: what cannot be read is a 400 that names the
 * parameter. The framework's own answer is a 404, as if the address were wrong.
 */
@Provider
@ConstrainedTo(RuntimeType.SERVER)
class UrlParameters implements ParamConverterProvider {

  /** Years of four digits; databases have no room for all that Java has. */
  private static final Instant EARLIEST = Instant.parse("0000-01-01T00:00:00Z");

  private static final Instant LATEST = Instant.parse("9999-12-31T23:59:59.999999999Z");

  private static final int LAST_YEAR = 9999;

  @Override
  @SuppressWarnings("unchecked")
  public <T> ParamConverter<T> getConverter(Class<T> type, Type generic, Annotation[] annotations) {
    if (type == Optional.class
        && generic instanceof ParameterizedType optional
        && optional.getActualTypeArguments()[0] instanceof Class<?> inner) {
      ParamConverter<?> converter = getConverter(inner, inner, annotations);
      return converter == null ? null : (ParamConverter<T>) optional(converter);
    }
    String name = ParameterName.of(annotations).filter(it -> !it.isBlank()).orElse("");
    if (type == Integer.class || type == int.class) {
      return converter(name, "must be a whole number", Integer::valueOf);
    }
    if (type == Long.class || type == long.class) {
      return converter(name, "must be a whole number", Long::valueOf);
    }
    if (type == Boolean.class || type == boolean.class) {
      return converter(name, "must be true or false", UrlParameters::bool);
    }
    if (type == Instant.class) {
      String rule = "must be a date such as 2026-01-31 or a moment such as 2026-01-31T08:30:00Z";
      return converter(name, rule, UrlParameters::instant);
    }
    if (type == LocalDate.class) {
      return converter(name, "must be a date such as 2026-01-31", UrlParameters::day);
    }
    if (type.isEnum()) {
      List<T> constants = List.of(type.getEnumConstants());
      String rule =
          constants.stream()
              .map(it -> ((Enum<?>) it).name())
              .collect(Collectors.joining(", ", "must be one of ", ""));
      return converter(name, rule, text -> constant(constants, text));
    }
    return null;
  }

  @SuppressWarnings("unchecked") // the caller asked by the class that the function returns
  private static <T> ParamConverter<T> converter(
      String name, String rule, Function<String, ?> read) {
    return new ParamConverter<>() {
      @Override
      public T fromString(String text) {
        if (text == null) {
          return null;
        }
        try {
          return (T) read.apply(text);
        } catch (IllegalArgumentException | DateTimeParseException unreadable) {
          throw Refusals.validationFailed(List.of(new FieldError(name, rule, Refusals.UNREADABLE)));
        }
      }

      @Override
      public String toString(T value) {
        return value.toString();
      }
    };
  }

  private static <T> ParamConverter<Optional<T>> optional(ParamConverter<T> inner) {
    return new ParamConverter<>() {
      @Override
      public Optional<T> fromString(String text) {
        return Optional.ofNullable(inner.fromString(text));
      }

      @Override
      public String toString(Optional<T> value) {
        return value.map(inner::toString).orElse("");
      }
    };
  }

  private static Boolean bool(String text) {
    return switch (text) {
      case "true" -> true;
      case "false" -> false;
      default -> throw new IllegalArgumentException();
    };
  }

  private static Instant instant(String text) {
    Instant moment =
        text.indexOf('T') < 0
            ? LocalDate.parse(text).atStartOfDay(ZoneOffset.UTC).toInstant()
            : Instant.parse(text);
    if (moment.isBefore(EARLIEST) || moment.isAfter(LATEST)) {
      throw new IllegalArgumentException();
    }
    return moment;
  }

  private static LocalDate day(String text) {
    LocalDate day = LocalDate.parse(text);
    if (day.getYear() < 0 || day.getYear() > LAST_YEAR) {
      throw new IllegalArgumentException();
    }
    return day;
  }

  private static <T> T constant(List<T> constants, String text) {
    return constants.stream()
        .filter(it -> ((Enum<?>) it).name().equals(text))
        .findFirst()
        .orElseThrow(IllegalArgumentException::new);
  }
}
