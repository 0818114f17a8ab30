package com.partnerbridges.iiko.data;

import static org.assertj.core.api.Assertions.assertThat;

import com.partnerbridges.iiko.ServiceTest;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A page costs what is on it, however long the list: an index has the order. */
@QuarkusTest
class ListOrderTest extends ServiceTest {

  static Stream<Listing<?>> listings() {
    return Stream.of(
        RestaurantView.LISTING, StoreView.LISTING, SupplierView.LISTING, InvoiceView.LISTING);
  }

  @ParameterizedTest
  @MethodSource("listings")
  void noPageIsSorted(Listing<?> listing) {
    String key = listing.order() == Listing.Order.NEWEST ? "date '2025-11-20'" : "'name'";
    String after = listing.order().after().replaceFirst("\\?", key).replaceFirst("\\?", "'id'");
    String page =
        listing.select("", "").replace("$1", "'acc-1'")
            + (" and " + after + listing.order().by() + " limit 100");

    String plan = explained(page);

    assertThat(plan).doesNotContain("Sort").containsPattern("Index Cond: .*ROW\\(.*ROW\\(");
  }

  /** As it would be with many rows. */
  private String explained(String sql) {
    List<String> wishes = List.of("enable_seqscan", "enable_bitmapscan", "enable_sort");
    return pool.withTransaction(
            connection ->
                connection
                    .query(
                        wishes.stream()
                            .map(it -> "set local " + it + " = off")
                            .collect(Collectors.joining(";")))
                    .execute()
                    .flatMap(set -> plan(connection, sql)))
        .await()
        .indefinitely();
  }

  private static Uni<String> plan(SqlConnection connection, String sql) {
    return connection
        .query("explain " + sql)
        .execute()
        .map(rows -> rows.stream().map(row -> row.getString(0)).collect(Collectors.joining("\n")));
  }
}
