package com.partnerbridges.iiko.log;

import com.partnerbridges.iiko.log.RunWatch.Follower;
import com.partnerbridges.iiko.run.RunRepository;
import com.partnerbridges.iiko.run.RunView;
import com.partnerbridges.shared.edge.Problem;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.sse.OutboundSseEvent;
import jakarta.ws.rs.sse.Sse;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Turns the moves of a run into server-sent events. */
@ApplicationScoped
class RunEvents {

  /** However often a run moves, more cannot be seen. */
  private static final Duration AT_MOST_EVERY = Duration.ofMillis(250);

  /** So many looks without news, of at most two seconds each, and the connection is kept alive. */
  private static final int LOOKS_UNTIL_HEARTBEAT = 7;

  /** A token's end ends its streams soon; who may go on begins a new one. */
  private static final Duration LONGEST = Duration.ofMinutes(15);

  private final RunRepository runs;
  private final RunWatch watch;

  RunEvents(RunRepository runs, RunWatch watch) {
    this.runs = runs;
    this.watch = watch;
  }

  Multi<OutboundSseEvent> of(String accountId, long runId, Follower follower, Sse sse) {
    return Multi.createFrom()
        .deferred(() -> looks(new Stream(accountId, runId, follower, sse)))
        .onItem()
        .transformToIterable(look -> look.event.stream().toList());
  }

  private static Multi<Look> looks(Stream stream) {
    return Multi.createBy()
        .repeating()
        .uni(stream::next)
        .whilst(look -> !look.last)
        .select()
        .first(LONGEST);
  }

  /**
   * A look at the run.
   *
   * @param event what is to be told of it
   */
  private record Look(Optional<OutboundSseEvent> event, boolean last) {}

  /** What one follower has seen. */
  private final class Stream {

    private final String accountId;
    private final long runId;
    private final Follower follower;
    private final Sse sse;
    private List<Object> seen;
    private boolean begun;
    private int quiet;

    private Stream(String accountId, long runId, Follower follower, Sse sse) {
      this.accountId = accountId;
      this.runId = runId;
      this.follower = follower;
      this.sse = sse;
    }

    private Uni<Look> next() {
      Uni<Void> due =
          begun
              ? follower.moved().onItem().delayIt().by(AT_MOST_EVERY)
              : Uni.createFrom().voidItem();
      begun = true;
      return due.flatMap(
          now ->
              watch.isClosing()
                  ? Uni.createFrom().item(new Look(Optional.empty(), true))
                  : runs.find(accountId, runId)
                      .map(this::look)
                      .onFailure(Problem.class) // the database is away; it is asked again
                      .recoverWithItem(this::nothingNew));
    }

    private Look look(Optional<RunView> found) {
      if (found.isEmpty()) {
        return new Look(Optional.empty(), true);
      }
      RunView now = found.get();
      List<Object> moves = moves(now);
      if (moves.equals(seen)) {
        return nothingNew();
      }
      seen = moves;
      quiet = 0;
      OutboundSseEvent event =
          sse.newEventBuilder().mediaType(MediaType.APPLICATION_JSON_TYPE).data(now).build();
      return new Look(Optional.of(event), now.hasEnded());
    }

    /** That it takes its time is no news. */
    private static List<Object> moves(RunView run) {
      return Arrays.asList(
          run.state(), run.cancelRequested(), run.attempts(), run.error(), run.parts());
    }

    private Look nothingNew() {
      quiet = (quiet + 1) % LOOKS_UNTIL_HEARTBEAT;
      return new Look(
          quiet == 0
              ? Optional.of(sse.newEventBuilder().comment("still here").build())
              : Optional.empty(),
          false);
    }
  }
}
