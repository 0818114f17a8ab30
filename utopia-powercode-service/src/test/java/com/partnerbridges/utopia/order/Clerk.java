package com.partnerbridges.utopia.order;

import static io.restassured.RestAssured.given;

import com.partnerbridges.dev.sandbox.powercode.PowercodeAccount;
import com.partnerbridges.dev.sandbox.powercode.PowercodeSandboxClient;
import com.partnerbridges.dev.sandbox.powercode.PowercodeTicket;
import com.partnerbridges.utopia.ServiceTest;
import io.restassured.response.Response;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Random;

/** Somebody of the office who decides as the README says: after a look at PowerCode. */
final class Clerk {

  private static final String STOPPED =
      """
      select o.orderref, o.state, o.siteid, (
          select min(name) from step s where s.orderref = o.orderref
            and s.state in ('STARTED', 'UNCLEAR') and (name = 'ticket' or name like 'service:%')
        ) as unclear
      from orders o where o.state in ('NEEDS_ATTENTION', 'DEAD') order by o.orderref""";

  /** Of a service at a site, as the orders have it. */
  private static final String ADDED =
      """
      select count(*) from step join orders using (orderref)
      where siteid = $1 and name = $2 and step.state = 'DONE'""";

  private final PowercodeSandboxClient powercode;
  private final Pool pool;
  private final Random random;

  Clerk(PowercodeSandboxClient powercode, Pool pool, Random random) {
    this.powercode = powercode;
    this.pool = pool;
    this.random = random;
  }

  /** Decides about some of the orders that have stopped, none of which is worked on now. */
  void decide(double share) {
    for (Row order : pool.query(STOPPED).executeAndAwait()) {
      if (random.nextDouble() < share) {
        decide(order.getString("orderref"), order.getString("siteid"), order.getString("unclear"));
      }
    }
  }

  /** Goes on with all that stopped but for the unclear ones. */
  void retryAll(Instant until) {
    for (String state : List.of("DEAD", "NEEDS_ATTENTION")) {
      send(
          "/orders/retry",
          "{\"state\":\"%s\",\"from\":\"2020-01-01T00:00:00Z\",\"to\":\"%s\"}"
              .formatted(state, until),
          200);
    }
  }

  private void decide(String ref, String site, String unclear) {
    if (unclear != null) {
      send("/orders/" + ref + "/retry", "{}", 409);
      answer(ref, site, unclear);
    } else if (random.nextInt(20) == 0) {
      send("/orders/" + ref + "/resolve", "{\"note\":\"Cancelled.\"}", 200);
    } else {
      send("/orders/" + ref + "/retry", "{}", 200);
    }
  }

  private void answer(String ref, String site, String step) {
    List<PowercodeAccount> accounts = powercode.accountsOf(site);
    Optional<String> there =
        step.equals("ticket")
            ? accounts.stream()
                .flatMap(account -> account.tickets().stream())
                .filter(ticket -> isOf(ticket, ref))
                .map(PowercodeTicket::ticketId)
                .findFirst()
            : Optional.of("seen").filter(seen -> count(accounts, step) > added(site, step));
    if (there.isPresent()) {
      send(
          "/orders/" + ref + "/step",
          "{\"step\":\"%s\",\"result\":\"%s\"}".formatted(step, there.get()),
          200);
    } else {
      send("/orders/" + ref + "/retry", "{\"repeat\":\"%s\"}".formatted(step), 200);
    }
  }

  static boolean isOf(PowercodeTicket ticket, String ref) {
    return ticket.field("description").contains(ref);
  }

  /** How many of a service there are. */
  static long count(List<PowercodeAccount> accounts, String step) {
    return accounts.stream()
        .flatMap(account -> account.services().stream())
        .filter(service -> step.equals(Step.SERVICE + service.serviceId()))
        .count();
  }

  long added(String site, String step) {
    return pool.preparedQuery(ADDED)
        .executeAndAwait(Tuple.of(site, step))
        .iterator()
        .next()
        .getLong(0);
  }

  private static void send(String path, String body, int status) {
    Response answer =
        given()
            .header("X-API-Key", ServiceTest.OPERATOR)
            .contentType("application/json")
            .body(body)
            .post(path);
    answer.then().statusCode(status);
  }
}
