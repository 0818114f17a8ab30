package com.partnerbridges.iiko.gateway;

import com.partnerbridges.iiko.gateway.IikoTrouble.Kind;
import java.io.IOException;
import java.io.InputStream;
import java.time.ZoneId;
import java.util.HashSet;
import java.util.Set;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** Records are the children of the root, whatever they and the root are called. */
final class XmlRecords implements Records {

  /** The parser keeps every name that it has seen. */
  private static final int MOST_NAMES = 10_000;

  private static final XMLInputFactory FACTORY = factory();

  private final PieceLimit body;
  private final Shape<?> shape;
  private final ZoneId zone;
  private final Set<String> names = new HashSet<>();
  private XMLStreamReader xml;

  XmlRecords(InputStream body, Shape<?> shape, ZoneId zone) {
    this.body = new PieceLimit(body);
    this.shape = shape;
    this.zone = zone;
  }

  @Override
  public Fields next() throws IOException {
    try {
      return read();
    } catch (XMLStreamException broken) {
      if (broken.getNestedException() instanceof CutOff cut) {
        throw cut;
      }
      throw broken("is no XML");
    } catch (IikoTrouble trouble) {
      throw trouble;
    } catch (RuntimeException brokenInAnotherWay) {
      // the parser of the Java runtime has more ways to fail than it declares
      throw broken("is no XML");
    }
  }

  private Fields read() throws XMLStreamException {
    if (xml == null) {
      xml = FACTORY.createXMLStreamReader(body);
      findRoot();
    }
    for (int event = advance(); event != XMLStreamConstants.END_ELEMENT; event = advance()) {
      if (event == XMLStreamConstants.START_ELEMENT) {
        Fields fields = new Fields(zone);
        fields(shape, "", fields);
        return fields;
      }
    }
    // an answer that goes on after its end is not what it seems to be
    while (advance() != XMLStreamConstants.END_DOCUMENT) {}
    return null;
  }

  private void findRoot() throws XMLStreamException {
    while (advance() != XMLStreamConstants.START_ELEMENT) {}
    if (name().equalsIgnoreCase("html")) {
      throw Answers.html();
    }
  }

  /** Up to the end of the element that we are in. */
  private void fields(Shape<?> shape, String prefix, Fields into) throws XMLStreamException {
    for (int event = advance(); event != XMLStreamConstants.END_ELEMENT; event = advance()) {
      if (event != XMLStreamConstants.START_ELEMENT) {
        continue;
      }
      String name = prefix + name();
      if (shape.names().contains(name)) {
        value(name, into);
      } else if (shape.parts().contains(name)) {
        fields(shape, name + "/", into);
      } else if (shape.items() != null && name.equals(Shape.ITEMS)) {
        items(shape.items(), into);
      } else {
        skip();
      }
    }
  }

  private void items(Shape<?> shape, Fields into) throws XMLStreamException {
    for (int event = advance(); event != XMLStreamConstants.END_ELEMENT; event = advance()) {
      if (event == XMLStreamConstants.START_ELEMENT) {
        Fields item = new Fields(zone);
        fields(shape, "", item);
        into.addItem(shape, item);
      }
    }
  }

  /** Only the text of the element itself; xsi:nil is none. */
  private void value(String name, Fields into) throws XMLStreamException {
    if (isNil()) {
      skip();
      return;
    }
    StringBuilder text = new StringBuilder();
    boolean tooLong = false;
    for (int event = advance(); event != XMLStreamConstants.END_ELEMENT; event = advance()) {
      if (event == XMLStreamConstants.START_ELEMENT) {
        skip();
      } else if (xml.isCharacters() || event == XMLStreamConstants.CDATA) {
        tooLong |= text.length() + xml.getTextLength() > Fields.LONGEST;
        if (!tooLong) {
          text.append(xml.getTextCharacters(), xml.getTextStart(), xml.getTextLength());
        }
      }
    }
    if (tooLong) {
      into.tooLong(name);
    } else {
      into.put(name, text.toString());
    }
  }

  private void skip() throws XMLStreamException {
    for (int depth = 1; depth > 0; ) {
      int event = advance();
      depth +=
          event == XMLStreamConstants.START_ELEMENT
              ? 1
              : event == XMLStreamConstants.END_ELEMENT ? -1 : 0;
    }
  }

  private int advance() throws XMLStreamException {
    body.nextPiece();
    int event = xml.next();
    switch (event) {
      case XMLStreamConstants.DTD, XMLStreamConstants.ENTITY_REFERENCE ->
          throw broken("declares a document type or uses its entities");
      case XMLStreamConstants.START_ELEMENT -> remember();
      default -> {}
    }
    return event;
  }

  private void remember() {
    names.add(xml.getLocalName());
    for (int i = 0; i < xml.getAttributeCount(); i++) {
      names.add(xml.getAttributeLocalName(i));
    }
    if (names.size() > MOST_NAMES) {
      throw broken("has too many names in it");
    }
  }

  private boolean isNil() {
    for (int i = 0; i < xml.getAttributeCount(); i++) {
      String value = xml.getAttributeValue(i).strip();
      if (local(xml.getAttributeLocalName(i)).equals("nil")
          && (value.equals("true") || value.equals("1"))) {
        return true;
      }
    }
    return false;
  }

  private String name() {
    return local(xml.getLocalName());
  }

  private static String local(String name) {
    return name.substring(name.indexOf(':') + 1);
  }

  private static IikoTrouble broken(String what) {
    return new IikoTrouble(Kind.BROKEN_ANSWER, "The server's answer " + what + ".");
  }

  /** The one of the Java runtime: which other one is on the class path does not matter. */
  private static XMLInputFactory factory() {
    XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    factory.setProperty(XMLInputFactory.IS_COALESCING, false);
    // a prefix that is not declared is no reason to read nothing
    factory.setProperty(XMLInputFactory.IS_NAMESPACE_AWARE, false);
    factory.setProperty("jdk.xml.maxElementDepth", "1000");
    // each &amp; of a document counts for these; there are no other entities without a DTD
    factory.setProperty("jdk.xml.maxGeneralEntitySizeLimit", "0");
    factory.setProperty("jdk.xml.totalEntitySizeLimit", "0");
    return factory;
  }
}
