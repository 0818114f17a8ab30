package com.partnerbridges.iiko.gateway;

import java.io.IOException;

/** The records of one answer, each read when it is asked for. */
interface Records {

  /**
   * Null at the end of a complete answer.
   *
   * @throws CutOff when the answer did not come to its end
   * @throws IikoTrouble when it is not what was asked for
   */
  Fields next() throws IOException;
}
