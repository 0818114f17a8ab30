package com.partnerbridges.shared.state;

import io.smallrye.mutiny.Uni;

/** Work that lies in rows until its time comes. Any number of instances may do it at once. */
public interface DueTask {

  /** Its name as a job: words in lower case with hyphens between them, its own in the service. */
  String name();

  /** Works off one batch. Gives its size: 0 when nothing is due. */
  Uni<Integer> workOff();
}
