package com.partnerbridges.iiko.gateway;

import com.partnerbridges.iiko.gateway.IikoTrouble.Kind;
import com.partnerbridges.shared.edge.Secret;
import com.partnerbridges.shared.partner.PartnerText;
import com.partnerbridges.shared.partner.RetryAfter;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** What an answer means, as far as its status and its first bytes tell. */
final class Answers {

  private static final int LONGEST_TEXT = 4096;
  private static final int BEGINNING = 512;
  private static final String BYTE_ORDER_MARK = "\uFEFF";
  private static final Pattern TOKEN = Pattern.compile("[A-Za-z0-9._~+/=-]{8,512}");

  private final Clock clock;

  Answers(Clock clock) {
    this.clock = clock;
  }

  /**
   * Returns when the answer is one to be read.
   *
   * @param secrets not to be shown should the server echo them
   * @throws SessionEnded on 401
   */
  void check(Reply reply, List<String> secrets) throws IOException {
    int status = reply.status();
    if (status == 401) {
      throw new SessionEnded();
    }
    if (status == 429 || status == 503) {
      throw new IikoTrouble(
          Kind.BUSY,
          "The server is busy (HTTP " + status + ").",
          RetryAfter.read(reply.headers().get("Retry-After"), clock.instant()).orElse(null));
    }
    if (status >= 500) {
      throw new IikoTrouble(
          Kind.SERVER_ERROR, "The server failed to answer (HTTP " + status + ").");
    }
    if (status >= 300 && status < 400) {
      throw new IikoTrouble(
          Kind.NOT_AN_IIKO_SERVER,
          "The address leads elsewhere (HTTP " + status + "): enter the server's own.");
    }
    if (reply.isHtml()) {
      throw html();
    }
    if (status >= 400) {
      throw refused(status, text(reply.body(), secrets));
    }
    if (reply.isPacked()) {
      throw new IikoTrouble(
          Kind.BROKEN_ANSWER, "The server's answer is compressed, although plain was asked for.");
    }
  }

  /** The body, from its beginning; without the mark that says UTF-8. */
  static InputStream body(Reply reply) throws IOException {
    byte[] first = reply.body().readNBytes(BEGINNING);
    String beginning = new String(first, StandardCharsets.UTF_8);
    int mark = beginning.startsWith(BYTE_ORDER_MARK) ? 3 : 0;
    if (isHtml(beginning)) {
      throw html();
    }
    return new SequenceInputStream(
        new ByteArrayInputStream(first, mark, first.length - mark), reply.body());
  }

  /** The answer to a login. */
  static Secret token(Reply reply) throws IOException {
    byte[] body = reply.body().readNBytes(LONGEST_TEXT);
    String text = new String(body, StandardCharsets.UTF_8).replaceAll("[\\s\"']", "");
    if (!TOKEN.matcher(text).matches()) {
      throw new IikoTrouble(
          Kind.NOT_AN_IIKO_SERVER, "There is no iiko server at the address: it gave no token.");
    }
    return Secret.of(text);
  }

  static IikoTrouble html() {
    return new IikoTrouble(
        Kind.NOT_AN_IIKO_SERVER, "There is no iiko server at the address, but a web page.");
  }

  private static boolean isHtml(String beginning) {
    String start = beginning.replace(BYTE_ORDER_MARK, "").strip().toLowerCase(Locale.ROOT);
    return start.startsWith("<html") || start.startsWith("<!doctype html");
  }

  private static IikoTrouble refused(int status, String text) {
    String shown = text == null ? "HTTP " + status : text;
    if (status == 404 || status == 405 || status == 410 || text != null && isHtml(text)) {
      return new IikoTrouble(
          Kind.NOT_AN_IIKO_SERVER, "There is no iiko server at the address (HTTP " + status + ").");
    }
    if (status != 403) {
      return new IikoTrouble(Kind.REFUSED, "The server refused: " + shown);
    }
    if (shown.contains("no connections available")) {
      return new IikoTrouble(
          Kind.NO_LICENCE_SLOT, "All connections of the server's API licence are in use.");
    }
    return shown.contains("is blocked within current license")
        ? new IikoTrouble(Kind.MODULE_BLOCKED, "The server's licence does not have its API.")
        : new IikoTrouble(Kind.PERMISSION_DENIED, "The user may not do this at the server.");
  }

  /** Null when there is none. */
  private static String text(InputStream body, List<String> secrets) throws IOException {
    String text = new String(body.readNBytes(LONGEST_TEXT), StandardCharsets.UTF_8);
    for (String secret : secrets) {
      text = text.replace(secret, "***");
    }
    return PartnerText.line(text);
  }
}
