package com.partnerbridges.shared.metric;

import io.smallrye.mutiny.Uni;
import java.util.List;

/**
 * Numbers that lie in the database, as {@link Tallies} asks for them when somebody looks. Every
 * instance gives the same ones: whoever adds up instances takes the largest, not the sum.
 */
public interface Tally {

  /** All of them, zeros too; one statement. */
  Uni<List<Figure>> take();
}
