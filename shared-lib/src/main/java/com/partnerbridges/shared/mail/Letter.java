package com.partnerbridges.shared.mail;

import java.util.List;

/**
 * An e-mail as it goes out.
 *
 * @param id the same for every attempt, so that mail programs know a repetition
 */
public record Letter(String id, List<String> recipients, String subject, String text, String html) {

  @Override
  public String toString() {
    return "Letter[" + id + "]";
  }
}
