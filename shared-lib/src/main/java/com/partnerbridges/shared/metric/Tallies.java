package com.partnerbridges.shared.metric;

import com.partnerbridges.shared.edge.Problem;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import io.quarkus.arc.All;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;

/**
 * Gauges of what lies in the database, asked for when the metrics are: so instances whose CPU
 * sleeps between requests tell the truth, too, and nobody is asked while nobody looks. What is
 * {@link #FRESH} is told again. While the database does not answer, {@code database.up} is 0 and
 * they are not known (NaN).
 */
@ApplicationScoped
public class Tallies {

  private static final Logger LOG = Logger.getLogger(Tallies.class);

  static final Duration FRESH = Duration.ofSeconds(5);
  private static final Figure.Key UP = new Figure.Key("database.up", null, null);

  /** After the request was given its name. */
  private static final int EARLY = Integer.MIN_VALUE + 1;

  private final Map<Figure.Key, Double> known = new ConcurrentHashMap<>();
  private final List<Tally> tallies;
  private final MeterRegistry metrics;
  private final Clock clock;
  private final Uni<Void> fresh;
  private volatile Instant taken = Instant.EPOCH;

  Tallies(@All List<Tally> tallies, MeterRegistry metrics, Clock clock) {
    this.tallies = tallies;
    this.metrics = metrics;
    this.clock = clock;
    this.fresh = Uni.createFrom().deferred(this::take).memoize().until(this::isOld);
  }

  void register(@Observes Router router) {
    router.get("/q/metrics").order(EARLY).handler(this::look);
  }

  private void look(RoutingContext request) {
    Context own = Vertx.currentContext(); // another request may have asked for the numbers
    fresh().subscribe().with(done -> own.runOnContext(there -> request.next()));
  }

  Uni<Void> fresh() {
    return fresh;
  }

  private boolean isOld() {
    return Duration.between(taken, clock.instant()).abs().compareTo(FRESH) >= 0;
  }

  private Uni<Void> take() {
    taken = clock.instant();
    return Multi.createFrom()
        .iterable(tallies)
        .onItem()
        .transformToUniAndMerge(Tally::take)
        .collect()
        .asList()
        .invoke(
            all -> {
              show(all.stream().flatMap(List::stream).toList());
              set(UP, 1);
            })
        .onFailure()
        .invoke(this::missed)
        .onFailure()
        .recoverWithNull()
        .replaceWithVoid();
  }

  /** What was there before and is not any more is none. */
  private void show(List<Figure> figures) {
    Map<Figure.Key, Double> now =
        figures.stream().collect(Collectors.toMap(Figure::key, Figure::number, Double::sum));
    known.keySet().forEach(key -> now.putIfAbsent(key, 0.0));
    now.forEach(this::set);
  }

  private void missed(Throwable failure) {
    if (!(failure instanceof Problem)) {
      LOG.errorf(failure, "metrics cannot be counted");
    }
    known.replaceAll((key, number) -> Double.NaN);
    set(UP, failure instanceof Problem ? 0 : 1);
  }

  private void set(Figure.Key key, double number) {
    if (known.put(key, number) == null) {
      Function<Map<Figure.Key, Double>, Double> value = all -> all.get(key);
      Tags tags = key.label() == null ? Tags.empty() : Tags.of(key.label(), key.value());
      Gauge.builder(key.metric(), known, value::apply).tags(tags).register(metrics);
    }
  }
}
