package com.partnerbridges.iiko.gateway;

import java.io.IOException;

/** An answer that was not read to its end, for a reason that has nothing to do with its form. */
final class CutOff extends IOException {

  private final transient IikoTrouble trouble;

  CutOff(IikoTrouble trouble) {
    super(trouble.getMessage());
    this.trouble = trouble;
  }

  IikoTrouble trouble() {
    return trouble;
  }
}
