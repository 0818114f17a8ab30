package com.partnerbridges.iiko.gateway;

import com.partnerbridges.iiko.gateway.IikoTrouble.Kind;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/** How a thread lets time pass. */
interface Pauses {

  /** As it is meant. */
  Pauses REAL =
      time -> {
        try {
          TimeUnit.NANOSECONDS.sleep(time.toNanos());
        } catch (InterruptedException stopped) {
          Thread.currentThread().interrupt();
          throw new IikoTrouble(Kind.UNREACHABLE, "The call was given up.");
        }
      };

  /**
   * @throws IikoTrouble when the thread is asked to stop
   */
  void pause(Duration time);
}
