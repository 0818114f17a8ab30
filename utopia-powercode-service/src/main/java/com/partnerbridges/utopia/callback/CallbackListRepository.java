package com.partnerbridges.utopia.callback;

import com.partnerbridges.shared.database.Database;
import com.partnerbridges.shared.edge.ListView;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;

/** What the office reads of the callbacks. */
@ApplicationScoped
class CallbackListRepository {

  private static final String WHERE =
      " from callback where ($1::text is null or kind = $1) and ($2::text is null or orderref = $2)";

  private static final String COUNT = "select count(*) as total" + WHERE;

  private static final String LIST =
      """
      select id, kind, orderref, event, msg, copies, received_at, last_received_at, headers,
        substring(body for %d) as body
      %s order by last_received_at desc, id desc offset $3 limit $4"""
          .formatted(CallbackView.MOST, WHERE);

  private final Database database;

  CallbackListRepository(Database database) {
    this.database = database;
  }

  Uni<ListView<CallbackView>> list(CallbackFilter filter) {
    return database.list(COUNT, LIST, arguments(filter), filter, CallbackView::of);
  }

  private static Tuple arguments(CallbackFilter filter) {
    String orderref = filter.orderref == null || filter.orderref.isEmpty() ? null : filter.orderref;
    return Tuple.of(filter.kind == null ? null : filter.kind.name(), orderref);
  }
}
