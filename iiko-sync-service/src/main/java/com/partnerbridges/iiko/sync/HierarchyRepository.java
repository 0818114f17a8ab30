package com.partnerbridges.iiko.sync;

import com.partnerbridges.shared.database.Database;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;

/** Which restaurant a store belongs to: the nearest DEPARTMENT above it. */
@ApplicationScoped
class HierarchyRepository {

  /** A hierarchy that runs in a circle ends somewhere all the same. */
  private static final int DEEPEST = 50;

  private static final String RESOLVE =
      """
      with recursive up(store, node, depth) as (
        select s.iiko_id, s.parent_id, 1 from corporate_item s
        where s.account_id = $1 and s.source = 'S' and s.parent_id is not null
        union all
        select up.store, d.parent_id, up.depth + 1
        from up
        join corporate_item d
          on d.account_id = $1 and d.source = 'D' and d.iiko_id = up.node
        where d.type is distinct from 'DEPARTMENT' and d.parent_id is not null and up.depth < %d
      ), found as (
        select up.store, up.node
        from up
        join corporate_item d
          on d.account_id = $1 and d.source = 'D' and d.iiko_id = up.node
        where d.type = 'DEPARTMENT'
      ), meant as (
        select s.iiko_id, found.node
        from corporate_item s left join found on found.store = s.iiko_id
        where s.account_id = $1 and s.source = 'S'
      )
      update corporate_item s set restaurant_id = meant.node
      from meant
      where s.account_id = $1 and s.source = 'S' and s.iiko_id = meant.iiko_id
        and s.restaurant_id is distinct from meant.node"""
          .formatted(DEEPEST);

  private final Database database;

  HierarchyRepository(Database database) {
    this.database = database;
  }

  Uni<Void> resolve(String accountId) {
    return database.run(RESOLVE, Tuple.of(accountId)).replaceWithVoid();
  }
}
