package com.partnerbridges.shared.mail;

/** A letter that is given up at once: no later attempt would bring it anywhere. */
public class Undeliverable extends RuntimeException {

  /**
   * @param why in few words, without an address
   */
  public Undeliverable(String why) {
    super(why);
  }
}
