package com.partnerbridges.shared.state;

import io.smallrye.mutiny.Uni;

/** Work that lies in rows until its time comes. Any number of instances may do it at once. */
public interface DueTask {

  /** Works off one batch. Gives its size: 0 when nothing is due. */
  Uni<Integer> workOff();
}
