package com.partnerbridges.iiko.gateway;

import com.partnerbridges.iiko.IikoConfig;
import com.partnerbridges.shared.partner.PartnerCalls;
import com.partnerbridges.shared.state.DoublingPause;
import com.partnerbridges.shared.trace.Spans;
import io.micrometer.core.instrument.MeterRegistry;
import io.opentelemetry.api.trace.Span;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;

/** Calls to any server: paced, checked, counted, and repeated where that is safe. */
final class Calls {

  /** Takes an answer's body; the answer is a good one so far. */
  interface Reading<R> {
    R read(Reply reply, Attempt attempt) throws IOException;
  }

  private static final Duration LONGEST_PAUSE = Duration.ofSeconds(30);

  private static final String PARTNER = "iiko";
  private static final String ANSWERED = "answered";

  private final IikoConfig.Server config;
  private final AddressRules rules;
  private final HttpCalls http;
  private final Answers answers;
  private final Pace pace;
  private final Pauses pauses;
  private final MeterRegistry metrics;

  Calls(
      IikoConfig.Server config,
      AddressRules rules,
      HttpCalls http,
      Answers answers,
      Pace pace,
      Pauses pauses,
      MeterRegistry metrics) {
    this.config = config;
    this.rules = rules;
    this.http = http;
    this.answers = answers;
    this.pace = pace;
    this.pauses = pauses;
    this.metrics = metrics;
    for (Operation operation : Operation.values()) {
      PartnerCalls.timer(metrics, PARTNER, operation.word(), ANSWERED);
      PartnerCalls.timer(metrics, PARTNER, operation.word(), IikoTrouble.Kind.UNREACHABLE.name());
    }
  }

  void check(URI baseUrl) {
    rules.check(baseUrl, 0);
  }

  /**
   * @throws SessionEnded on 401
   */
  <R> R ask(IikoServer server, SessionWatch watch, Ask ask, Reading<R> reading) {
    var pause = new DoublingPause(config.retryDelay(), LONGEST_PAUSE);
    for (int turn = 0; ; turn++) {
      awaitTurn(server, ask.operation());
      Attempt attempt = new Attempt();
      try {
        return once(server, watch, ask, reading, attempt, turn);
      } catch (IikoTrouble trouble) {
        boolean last = turn + 1 >= config.attempts() || Thread.currentThread().isInterrupted();
        if (last || !attempt.mayRepeat(ask.operation(), trouble)) {
          throw trouble;
        }
      }
      if (!config.retryDelay().isZero()) {
        pauses.pause(jittered(pause.after(turn)));
      }
    }
  }

  private void awaitTurn(IikoServer server, Operation operation) {
    if (operation == Operation.LOGOUT) {
      pace.count(server.accountId());
    } else {
      pace.await(server.accountId());
    }
  }

  private <R> R once(
      IikoServer server,
      SessionWatch watch,
      Ask ask,
      Reading<R> reading,
      Attempt attempt,
      int turn) {
    long begin = System.nanoTime();
    String operation = ask.operation().word();
    Span span = Spans.begin("iiko " + operation, Map.of("partner", "iiko", "operation", operation));
    String outcome = "stopped";
    try {
      R result = exchange(server, ask, reading, attempt, turn);
      outcome = ANSWERED;
      return result;
    } catch (SessionEnded ended) {
      outcome = "SESSION_ENDED";
      throw ended;
    } catch (IikoTrouble trouble) {
      outcome = trouble.kind().name();
      throw trouble;
    } finally {
      Duration took = Duration.ofNanos(System.nanoTime() - begin);
      Spans.end(span, outcome, outcome.equals(ANSWERED));
      PartnerCalls.timer(metrics, PARTNER, operation, outcome).record(took);
      watch.called(operation, outcome, attempt.bytes(), took);
    }
  }

  private <R> R exchange(
      IikoServer server, Ask ask, Reading<R> reading, Attempt attempt, int turn) {
    Target target = rules.check(server.baseUrl(), turn);
    Reply reply = http.call(target, ask, ask.operation().patience(config.readTimeout()), attempt);
    try (BodyStream body = reply.body()) {
      answers.check(reply, secrets(server, ask));
      return reading.read(reply, attempt);
    } catch (CutOff cut) {
      throw cut.trouble();
    } catch (IOException impossible) {
      throw HttpCalls.unreachable("The answer cannot be read.");
    }
  }

  private static List<String> secrets(IikoServer server, Ask ask) {
    List<String> secrets = new ArrayList<>();
    secrets.add(server.password().value());
    secrets.add(PasswordHash.of(server.password()));
    secrets.add(server.username().value());
    if (ask.token() != null) {
      secrets.add(ask.token().value());
    }
    return secrets;
  }

  private static Duration jittered(Duration pause) {
    return pause.plusNanos(ThreadLocalRandom.current().nextLong(pause.toNanos() / 2 + 1));
  }
}
