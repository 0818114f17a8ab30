package com.partnerbridges.iute.webhook;

import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;

import com.partnerbridges.iute.ServiceTest;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Function;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Thousands of random webhooks against a model; repeat a run with {@code -Dwebhook.seed=…}. */
@QuarkusTest
class WebhookModelTest extends ServiceTest {

  private static final int LETTERS = 10_000;
  private static final int ORDERS = 1_500;
  private static final int IN_FLIGHT = 32;
  private static final Logger PER_DELIVERY = Logger.getLogger("com.partnerbridges.iute.webhook");

  @Inject MeterRegistry metrics;

  private final long seed = Long.getLong("webhook.seed", 20_240_229L);
  private Postmen postmen;
  private Mailbag bag;

  @BeforeEach
  void fillTheBag() throws GeneralSecurityException {
    System.out.println("webhook.seed=" + seed);
    PER_DELIVERY.setLevel(Level.SEVERE);
    postmen = new Postmen(IN_FLIGHT, "http://127.0.0.1:" + RestAssured.port);
    clock.forward(Duration.ofMinutes(1)); // a key that another test rotated may be fetched again
    Random random = new Random(seed);
    bag = new Mailbag(random, new Signer(iute.privateKeyPem(), clock.instant(), random), ORDERS);
    insert(bag.orders());
  }

  @AfterEach
  void sendThePostmenHome() {
    postmen.close();
    PER_DELIVERY.setLevel(null);
  }

  @Test
  void thousandsOfWebhooksEndWhereTheModelEnds() {
    List<SignedLetter> letters = Stream.generate(bag::next).limit(LETTERS).toList();
    double refusedBefore = refused();

    postmen.deliverEachOrderInTurn(letters);

    WebhookModel model = modelOf(letters);
    assertStored(model);
    assertThat(refused() - refusedBefore).isEqualTo(model.refused);
    assertThat(model.outcomes.values())
        .as("the run meets every outcome")
        .contains("APPLIED", "HELD", "NOTHING_NEW", "CONTRADICTION", "UNKNOWN_ORDER", "UNREADABLE");
  }

  @Test
  void copiesThatComeAtOnceHaveOneEffect() {
    List<SignedLetter> letters =
        Stream.generate(bag::next)
            .limit(60)
            .collect(toMap(it -> it.letter().subject(), it -> it, (first, second) -> first))
            .values()
            .stream()
            .flatMap(it -> Collections.nCopies(16, it).stream())
            .toList();

    postmen.deliverAllAtOnce(letters);

    assertStored(modelOf(letters));
  }

  @Test
  void ofConfirmationAndCancellationAtOnceOneWinsAndTheOtherContradicts() {
    List<SignedLetter> letters =
        bag.orders().stream()
            .filter(order -> order.status().equals("PENDING"))
            .limit(100)
            .flatMap(bag::confirmedAndCancelled)
            .toList();

    postmen.deliverAllAtOnce(letters);

    assertThat(
            query(
                "select order_id, string_agg(outcome, ' ' order by outcome) from delivery"
                    + " group by order_id",
                row -> row.getString(1)))
        .hasSize(100)
        .allSatisfy((order, outcomes) -> assertThat(outcomes).isEqualTo("APPLIED CONTRADICTION"));
    assertThat(count("select count(*) from payment_event where from_status = 'PENDING'"))
        .isEqualTo(100);
    assertThat(count("select count(*) from attention")).isEqualTo(100);
  }

  private WebhookModel modelOf(List<SignedLetter> letters) {
    WebhookModel model = new WebhookModel(bag.orders());
    letters.forEach(model::receive);
    return model;
  }

  private void assertStored(WebhookModel model) {
    assertThat(query("select order_id, status from payment", row -> row.getString(1)))
        .isEqualTo(model.statuses);
    assertThat(
            query(
                "select order_id, string_agg(coalesce(from_status, 'null') || '>' || to_status, ' '"
                    + " order by id) from payment_event group by order_id",
                row -> List.of(row.getString(1).split(" "))))
        .isEqualTo(model.history);
    assertThat(deliveries(row -> row.getString("outcome"))).isEqualTo(model.outcomes);
    assertThat(deliveries(row -> row.getInteger("copies"))).isEqualTo(model.copies);
    assertThat(
            query(
                "select kind || ' ' || coalesce(order_id, 'null'), sum(seen)::int from attention"
                    + " group by kind, order_id",
                row -> row.getInteger(1)))
        .isEqualTo(model.attention);
    assertThat(count("select count(*) from attention where seen > 1 and order_id is null"))
        .isZero();
  }

  private <T> Map<String, T> query(String sql, Function<Row, T> value) {
    return pool.query(sql).executeAndAwait().stream()
        .collect(toMap(row -> row.getString(0), value));
  }

  private <T> Map<String, T> deliveries(Function<Row, T> value) {
    return pool.query("select * from delivery").executeAndAwait().stream()
        .collect(
            toMap(
                row -> Letter.identity(row.getString("kind"), row.getBuffer("body").getBytes()),
                value));
  }

  private double refused() {
    return metrics.find("webhooks.refused").counters().stream().mapToDouble(Counter::count).sum();
  }

  private void insert(List<Order> orders) {
    pool.preparedQuery(
            """
            with p as (
              insert into payment (order_id, created_by, content_digest, amount, currency,
                customer_phone, salesman, pos_id, status, created_at, moved_at)
              select id, 'pos-1', '', amount, 'EUR', '+355691234567', 'salesman-7', 'pos', status,
                now(), now()
              from unnest($1::text[], $2::numeric[], $3::text[]) as o (id, amount, status)
              returning *)
            insert into payment_event (order_id, to_status, at, cause)
            select order_id, status, created_at, 'test' from p""")
        .executeAndAwait(
            Tuple.of(
                orders.stream().map(Order::id).toArray(String[]::new),
                orders.stream().map(Order::amount).toArray(BigDecimal[]::new),
                orders.stream().map(Order::status).toArray(String[]::new)));
  }
}
