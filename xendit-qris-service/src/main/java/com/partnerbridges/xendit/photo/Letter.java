package com.partnerbridges.xendit.photo;

/**
 * An e-mail as it goes out.
 *
 * @param id the same for every attempt, so that mail programs know a repetition
 */
record Letter(String id, String recipient, String subject, String text, String html) {

  @Override
  public String toString() {
    return "Letter[" + id + "]";
  }
}
