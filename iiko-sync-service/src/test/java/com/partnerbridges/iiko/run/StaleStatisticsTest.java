package com.partnerbridges.iiko.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import com.partnerbridges.dev.sandbox.iiko.IikoBulk;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the planner believes of an account that is new to it: that it has next to nothing. */
@QuarkusTest
class StaleStatisticsTest extends SyncTest {

  @BeforeEach
  void knowsOnlyAnother() {
    pool.query("alter table supplier set (autovacuum_enabled = false)").executeAndAwait();
    pool.query(
            "insert into supplier (account_id, iiko_id, changed_at)"
                + " select 'another', n::text, now() from generate_series(1, 30000) n")
        .executeAndAwait();
    pool.query("analyze supplier").executeAndAwait();
  }

  @AfterEach
  void forgets() {
    pool.query("alter table supplier reset (autovacuum_enabled)").executeAndAwait();
    pool.query("delete from supplier where account_id = 'another'").executeAndAwait();
    pool.query("analyze supplier").executeAndAwait();
  }

  @Test
  void aLongListIsCompletedAllTheSame() {
    iiko.bulk(IikoBulk.suppliers(20_000));
    synced("suppliers").body("state", equalTo("SUCCEEDED"));
    iiko.bulk(IikoBulk.suppliers(12_000));

    synced("suppliers").body("state", equalTo("SUCCEEDED"));

    assertThat(counts("suppliers")).isEqualTo("0 0 12005 8000 0");
  }
}
