package com.partnerbridges.iiko.session;

import com.partnerbridges.iiko.IikoConfig;
import com.partnerbridges.iiko.gateway.IikoGateway;
import com.partnerbridges.iiko.gateway.IikoServer;
import com.partnerbridges.iiko.gateway.SessionWatch;
import com.partnerbridges.shared.database.Database;
import com.partnerbridges.shared.edge.Secret;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;

@ApplicationScoped
public class AccountSessions {
  private final Database database;
  private final IikoGateway gateway;
  private final IikoConfig config;
  private final Clock clock;

  AccountSessions(Database database, IikoGateway gateway, IikoConfig config, Clock clock) {
    this.database = database;
    this.gateway = gateway;
    this.config = config;
    this.clock = clock;
  }

  public Optional<AccountSession> open(String accountId, String actor) {
    UUID holder = UUID.randomUUID();
    Instant now = clock.instant();
    RowSet<Row> rows =
        run(
            "update connection set holder=$2, lease_until=$3 where account_id=$1 and (holder is null or lease_until <= $4) returning *",
            Tuple.of(
                accountId, holder, Database.at(now.plus(config.sync().lease())), Database.at(now)));
    if (rows.size() == 0) {
      return Optional.empty();
    }
    Row row = rows.iterator().next();
    IikoServer server =
        new IikoServer(
            accountId,
            URI.create(row.getString("base_url")),
            Secret.of(row.getString("username_sealed")),
            Secret.of(row.getString("password_sealed")),
            IikoServer.Source.valueOf(row.getString("source").toUpperCase(Locale.ROOT)),
            ZoneId.of(row.getString("time_zone")));
    Runnable giveBack =
        () ->
            run(
                "update connection set holder=null, lease_until=null where account_id=$1 and holder=$2",
                Tuple.of(accountId, holder));
    try {
      return Optional.of(
          new AccountSession(
              gateway.logIn(
                  server,
                  new SessionWatch() {
                    @Override
                    public void loggedIn(Secret token) {}

                    @Override
                    public void loggedOut() {}

                    @Override
                    public void called(
                        String operation, String outcome, long bytes, Duration took) {}
                  }),
              server,
              () ->
                  run(
                              "update connection set lease_until=$3 where account_id=$1 and holder=$2 returning 1",
                              Tuple.of(
                                  accountId,
                                  holder,
                                  Database.at(clock.instant().plus(config.sync().lease()))))
                          .size()
                      > 0,
              giveBack));
    } catch (RuntimeException failed) {
      giveBack.run();
      throw failed;
    }
  }

  private RowSet<Row> run(String sql, Tuple arguments) {
    return database.run(sql, arguments).await().atMost(Duration.ofSeconds(10));
  }
}
