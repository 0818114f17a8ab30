package com.partnerbridges.iiko.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.nullValue;

import com.partnerbridges.iiko.Seeded;
import com.partnerbridges.iiko.ServiceTest;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Long lists come page by page. */
@QuarkusTest
class PagesTest extends ServiceTest {

  private String account;
  private Seeded iiko;

  @BeforeEach
  void seed() {
    account = newAccount();
    iiko = new Seeded(pool, account, clock.instant());
  }

  @Test
  void everyRecordComesOncePageByPage() {
    long seed = System.nanoTime();
    Random random = new Random(seed);
    List<String> names = new ArrayList<>(Collections.nCopies(20, "Same"));
    names.addAll(List.of("\u00c9clair", "\ud83d\ude00", "a\nb", "\"", "Z".repeat(5000), ""));
    Collections.shuffle(names, random);
    IntStream.range(0, names.size()).forEach(nr -> iiko.supplier("u-" + nr, names.get(nr)));
    iiko.supplier("u-x", null);

    List<String> seen = pages("/suppliers", 1 + random.nextInt(6));

    assertThat(seen).as("seed " + seed).hasSize(names.size() + 1).doesNotHaveDuplicates();
    assertThat(list("/suppliers").extract().jsonPath().getList("items.iiko_id")).isEqualTo(seen);
  }

  @Test
  void whatComesBetweenTwoPagesMovesNothing() {
    iiko.invoice("a", "2025-11-20", null, null)
        .invoice("b", "2025-11-19", null, null)
        .invoice("c", "2025-11-18", null, null);
    JsonPath first = list("/invoices?limit=2").extract().jsonPath();
    iiko.invoice("new", "2025-11-21", null, null)
        .sql("delete from invoice where account_id = $1 and iiko_id = 'b'");

    ValidatableResponse second = list("/invoices?limit=2&after=" + first.getString("next"));

    assertThat(first.getList("items.iiko_id")).containsExactly("a", "b");
    second.body("items.iiko_id", contains("c")).body("next", nullValue());
  }

  @Test
  void invoicesComeNewestFirstAndThoseWithoutADayLast() {
    iiko.invoice("b", "2025-11-20", null, null)
        .invoice("none", null, null, null)
        .invoice("a", "2025-11-20", null, null)
        .invoice("c", "2025-11-21", null, null);

    List<String> seen = pages("/invoices", 1);

    assertThat(seen).containsExactly("c", "b", "a", "none");
  }

  private ValidatableResponse list(String path) {
    return as(account, MEMBER)
        .urlEncodingEnabled(false)
        .get(at(account, path))
        .then()
        .statusCode(200);
  }

  private List<String> pages(String path, int limit) {
    List<String> seen = new ArrayList<>();
    String after = "";
    do {
      JsonPath page = list(path + "?limit=" + limit + after).extract().jsonPath();
      seen.addAll(page.getList("items.iiko_id"));
      after = page.getString("next") == null ? null : "&after=" + page.getString("next");
    } while (after != null);
    return seen;
  }
}
