package com.partnerbridges.iiko.gateway;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.partnerbridges.iiko.gateway.IikoTrouble.Kind;
import java.io.CharConversionException;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.time.ZoneId;

/** Records are the objects of a list, or of the list in the field {@code items} of an object. */
final class JsonRecords implements Records {

  private static final JsonFactory FACTORY =
      JsonFactory.builder()
          // it would keep every name that it has seen
          .disable(JsonFactory.Feature.CANONICALIZE_FIELD_NAMES)
          .disable(JsonFactory.Feature.INTERN_FIELD_NAMES)
          .streamReadConstraints(
              StreamReadConstraints.builder()
                  .maxStringLength(PieceLimit.LARGEST)
                  // read as text, and judged then
                  .maxNumberLength(PieceLimit.LARGEST)
                  .build())
          .build();

  private final InputStream body;
  private final Shape<?> shape;
  private final ZoneId zone;
  private JsonParser json;
  private boolean inObject;

  JsonRecords(InputStream body, Shape<?> shape, ZoneId zone) {
    this.body = body;
    this.shape = shape;
    this.zone = zone;
  }

  @Override
  public Fields next() throws IOException {
    try {
      return read();
    } catch (JsonProcessingException | CharacterCodingException | CharConversionException broken) {
      throw broken("is no JSON");
    }
  }

  private Fields read() throws IOException {
    if (json == null) {
      // strict: bytes that are no UTF-8 must not become question marks
      json = FACTORY.createParser(new InputStreamReader(body, StandardCharsets.UTF_8.newDecoder()));
      findList();
    }
    if (json.nextToken() == JsonToken.END_ARRAY) {
      readToTheEnd();
      return null;
    }
    Fields fields = new Fields(zone);
    object(shape, fields);
    return fields;
  }

  private void findList() throws IOException {
    JsonToken first = json.nextToken();
    if (first == JsonToken.START_OBJECT) {
      inObject = true;
      while (json.nextToken() == JsonToken.FIELD_NAME) {
        boolean isList = json.currentName().equals(Shape.ITEMS);
        first = json.nextToken();
        if (isList) {
          break;
        }
        json.skipChildren();
      }
    }
    if (first != JsonToken.START_ARRAY || json.currentToken() != JsonToken.START_ARRAY) {
      throw broken("has no list in it");
    }
  }

  private void readToTheEnd() throws IOException {
    if (inObject) {
      while (json.nextToken() != JsonToken.END_OBJECT) {
        json.nextToken();
        json.skipChildren();
      }
    }
    if (json.nextToken() != null) {
      throw broken("goes on after its end");
    }
  }

  /** The value that we are at, to its end. */
  private void object(Shape<?> shape, Fields into) throws IOException {
    if (json.currentToken() != JsonToken.START_OBJECT) {
      json.skipChildren();
      into.fault("it is no object");
      return;
    }
    while (json.nextToken() == JsonToken.FIELD_NAME) {
      String name = json.currentName();
      JsonToken value = json.nextToken();
      if (shape.names().contains(name)) {
        value(name, value, into);
      } else if (shape.items() != null && name.equals(Shape.ITEMS)) {
        items(shape.items(), value, into);
      } else {
        json.skipChildren();
      }
    }
  }

  private void items(Shape<?> shape, JsonToken value, Fields into) throws IOException {
    if (value != JsonToken.START_ARRAY) {
      json.skipChildren();
      if (value != JsonToken.VALUE_NULL) {
        into.fault("its items are no list");
      }
      return;
    }
    while (json.nextToken() != JsonToken.END_ARRAY) {
      Fields item = new Fields(zone);
      object(shape, item);
      into.addItem(shape, item);
    }
  }

  private void value(String name, JsonToken value, Fields into) throws IOException {
    if (value.isStructStart()) {
      json.skipChildren();
      into.fault(name + " is no plain value");
    } else if (value != JsonToken.VALUE_NULL) {
      if (json.getTextLength() > Fields.LONGEST) {
        into.tooLong(name);
      } else {
        into.put(name, json.getText());
      }
    }
  }

  private static IikoTrouble broken(String what) {
    return new IikoTrouble(Kind.BROKEN_ANSWER, "The server's answer " + what + ".");
  }
}
