package com.partnerbridges.iiko.credential;

import com.partnerbridges.shared.database.Database;
import com.partnerbridges.shared.edge.ListView;
import com.partnerbridges.shared.edge.Page;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;

/** Reads what was done with credentials. Lines are written by the statements that they tell of. */
@ApplicationScoped
class AuditRepository {

  private static final String COUNT =
      "select count(*) as total from credential_audit where account_id = $1";

  private static final String LIST =
      """
      select at, actor, action, detail from credential_audit where account_id = $1
      order by id desc offset $2 limit $3""";

  private final Database database;

  AuditRepository(Database database) {
    this.database = database;
  }

  Uni<ListView<AuditLine>> list(String accountId, Page page) {
    return database.list(COUNT, LIST, Tuple.of(accountId), page, AuditLine::of);
  }
}
