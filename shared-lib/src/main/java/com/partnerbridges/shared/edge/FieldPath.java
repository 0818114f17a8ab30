package com.partnerbridges.shared.edge;

import com.fasterxml.jackson.databind.BeanDescription;
import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.introspect.BeanPropertyDefinition;
import jakarta.validation.ElementKind;
import jakarta.validation.Path;
import java.util.List;

/** A field of a request body in the names of its JSON: {@code items[2].unit_price}. */
final class FieldPath {
  private final ObjectMapper mapper;
  private final StringBuilder text = new StringBuilder();
  private JavaType type;

  private FieldPath(ObjectMapper mapper, JavaType type) {
    this.mapper = mapper;
    this.type = type;
  }

  static String of(List<Path.Node> path, Class<?> body, ObjectMapper mapper) {
    FieldPath field = new FieldPath(mapper, mapper.constructType(body));
    path.forEach(field::append);
    return field.text.toString();
  }

  private void append(Path.Node node) {
    if (node.isInIterable()) {
      if (node.getIndex() != null) {
        text.append('[').append(node.getIndex()).append(']');
      }
      type = type == null ? null : type.getContentType();
    }
    // the index already says which element; 'list element' is no name of the client's
    if (node.getKind() == ElementKind.PROPERTY) {
      text.append(text.isEmpty() ? "" : ".").append(jsonName(node.getName()));
    }
  }

  private String jsonName(String javaName) {
    if (type != null) {
      BeanDescription bean = mapper.getDeserializationConfig().introspect(type);
      for (BeanPropertyDefinition property : bean.findProperties()) {
        if (property.getInternalName().equals(javaName)) {
          type = property.getPrimaryType();
          return property.getName();
        }
      }
    }
    type = null;
    return javaName;
  }
}
