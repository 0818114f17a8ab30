package com.partnerbridges.dev.sandbox.iiko;

import com.partnerbridges.dev.sandbox.room.Answer;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** An XML document with a root and any number of items in it, made while it is sent. */
record XmlList(String root, Stream<String> items) {
  static final String EXTERNAL = "/external-entity";
  private static final String CONTENT_TYPE = "application/xml";
  private static final int BOMB_LEVELS = 9;

  /**
   * @param server this tenant's base URL
   */
  Answer answer(Oddity oddity, String server) {
    Stream<String> texts =
        switch (oddity) {
          case EMPTY_BODY -> Stream.of();
          case EMPTY_ROOT -> Stream.of(declared("UTF-8") + "<" + root + "/>");
          case OTHER_ROOT -> document(declared("UTF-8"), "answer", "");
          case DOCTYPE -> document(declared("UTF-8") + "<!DOCTYPE " + root + ">", root, "");
          case ENTITY_BOMB -> document(declared("UTF-8") + bomb(), root, "&e" + BOMB_LEVELS + ";");
          case EXTERNAL_ENTITY -> document(declared("UTF-8") + external(server), root, "&e;");
          case UTF_16 -> document("\uFEFF" + declared("UTF-16"), root, "");
          case UTF_16_DECLARED_ONLY -> document(declared("UTF-16"), root, "");
          case NONE, WINDOWS_1251 -> document(declared("UTF-8"), root, "");
        };
    return Answer.streamed(CONTENT_TYPE, new EncodedText(texts.iterator(), charset(oddity)));
  }

  static Charset charset(Oddity oddity) {
    return switch (oddity) {
      case WINDOWS_1251 -> Charset.forName("windows-1251");
      case UTF_16 -> StandardCharsets.UTF_16BE;
      default -> StandardCharsets.UTF_8;
    };
  }

  private static String declared(String encoding) {
    return "<?xml version=\"1.0\" encoding=\"" + encoding + "\" standalone=\"yes\"?>";
  }

  private Stream<String> document(String head, String rootTag, String beginning) {
    return Stream.concat(
        Stream.concat(Stream.of(head + "<" + rootTag + ">" + beginning), items),
        Stream.of("</" + rootTag + ">"));
  }

  private String bomb() {
    StringBuilder dtd = new StringBuilder("<!DOCTYPE " + root + " [<!ENTITY e0 \"iiko\">");
    IntStream.rangeClosed(1, BOMB_LEVELS)
        .forEach(
            level ->
                dtd.append(
                    "<!ENTITY e%d \"%s\">"
                        .formatted(level, ("&e" + (level - 1) + ";").repeat(10))));
    return dtd.append("]>").toString();
  }

  private String external(String server) {
    return "<!DOCTYPE %s [<!ENTITY e SYSTEM \"%s\">]>".formatted(root, server + EXTERNAL);
  }
}
