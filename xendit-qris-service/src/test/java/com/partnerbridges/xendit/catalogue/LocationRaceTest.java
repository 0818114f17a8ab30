package com.partnerbridges.xendit.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import com.partnerbridges.dev.testkit.Meanwhile;
import com.partnerbridges.xendit.OfficeTest;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.pgclient.PgException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Several people at the same location at once. */
@QuarkusTest
class LocationRaceTest extends OfficeTest {

  private static final int ROUNDS = 20;

  @Test
  void ofManyThatGiveOneNameOneIsFirst() {
    List<Integer> answers =
        together(
            IntStream.range(0, 8)
                .<Supplier<Integer>>mapToObj(
                    i -> () -> create(i % 2 == 0 ? "Kota Tua" : "kota tua")));

    assertThat(answers).containsOnly(201, 409).containsOnlyOnce(201);
    get("/locations").then().body("total", equalTo(1));
  }

  @Test
  void ofManyThatDeleteOneLocationOneIsFirst() {
    long id = location("Kota");

    List<Integer> answers =
        together(IntStream.range(0, 8).<Supplier<Integer>>mapToObj(i -> () -> delete(id)));

    assertThat(answers).containsOnly(200, 404).containsOnlyOnce(200);
  }

  @Test
  void aLocationIsEitherDeletedOrUsed() {
    for (int round = 0; round < ROUNDS; round++) {
      long id = location("Kota " + round);

      List<Integer> answers = together(Stream.of(() -> delete(id), () -> use(id)));

      assertThat(answers).isIn(List.of(200, 409), List.of(409, 201));
      int seen = get("/locations/{id}", id).statusCode();
      assertThat(seen).isEqualTo(answers.get(0) == 200 ? 404 : 200);
    }
  }

  private int use(long location) {
    try {
      transaction(location);
      return 201;
    } catch (PgException gone) {
      return 409;
    }
  }

  private static int create(String name) {
    return office(ADMIN).body(Map.of("ml_name", name)).post("/locations").statusCode();
  }

  private static int delete(long id) {
    return office(ADMIN).delete("/locations/{id}", id).statusCode();
  }

  private static List<Integer> together(Stream<Supplier<Integer>> calls) {
    return calls.map(Meanwhile::ask).toList().stream().map(CompletableFuture::join).toList();
  }
}
