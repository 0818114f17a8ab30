package com.partnerbridges.dev.sandbox.mail;

import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;

/** Subject, first text and first HTML of a mail. */
record MailBodies(String subject, String text, String html) {
  private static final int KEPT_CHARS = 64 * 1024;

  static MailBodies of(MimeMessage message) {
    try {
      return new MailBodies(
          message.getSubject(), first(message, "text/plain"), first(message, "text/html"));
    } catch (MessagingException | IOException e) {
      return new MailBodies(null, "Not readable: " + e.getMessage(), null);
    }
  }

  private static String first(Part part, String type) throws MessagingException, IOException {
    if (part.isMimeType(type)) {
      String text = String.valueOf(part.getContent());
      return text.length() > KEPT_CHARS ? text.substring(0, KEPT_CHARS) : text;
    }
    if (part.getContent() instanceof Multipart parts) {
      for (int i = 0; i < parts.getCount(); i++) {
        String found = first(parts.getBodyPart(i), type);
        if (found != null) {
          return found;
        }
      }
    }
    return null;
  }
}
