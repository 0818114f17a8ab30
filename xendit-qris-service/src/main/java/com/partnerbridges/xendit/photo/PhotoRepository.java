package com.partnerbridges.xendit.photo;

import com.partnerbridges.shared.database.Database;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;

/** Picture links, each once and in the order in which they came. */
@ApplicationScoped
class PhotoRepository {

  private static final String FIND =
      """
      select t.tr_external_id, l.ml_name, t.tr_email,
        t.tr_status = 'COMPLETED' or t.tr_honoured_at is not null as paid,
        (select min(m.sent_at) from photo_mails m where m.external_id = t.tr_external_id)
          as first_sent_at,
        array(select p.url from photos p where p.external_id = t.tr_external_id order by p.position)
          as urls
      from transactions t join master_locations l on l.ml_id = t.tr_location_id
      where t.tr_external_id = $1""";

  private static final String ADD =
      """
      with known as (
        select count(*) as n from photos where external_id = $1
      ), fresh as (
        select url, row_number() over (order by place) as place
        from unnest($2::text[]) with ordinality as given (url, place)
        where not exists (select from photos p where p.external_id = $1 and p.url = given.url)
      ), added as (
        insert into photos (external_id, position, url)
        select $1, known.n + fresh.place, fresh.url from fresh, known
        where known.n + (select count(*) from fresh) <= $3
      )
      select known.n + (select count(*) from fresh) <= $3 as fits from known""";

  private static final int TRIES = 10;

  private final Database database;

  PhotoRepository(Database database) {
    this.database = database;
  }

  Uni<Optional<Gallery>> find(String externalId) {
    return database
        .run(FIND, Tuple.of(externalId))
        .map(rows -> rows.stream().findFirst().map(Gallery::of));
  }

  /**
   * Adds those that are new, all or none. Who adds at the same time wants the same position and is
   * refused, so whoever is refused looks again at what is there.
   *
   * @param urls without repetitions
   * @return false when there would be more than {@code most}
   */
  Uni<Boolean> add(String externalId, List<String> urls, int most) {
    return database
        .run(ADD, Tuple.of(externalId, urls.toArray(String[]::new), most))
        .onFailure(Database::isDuplicate)
        .retry()
        .atMost(TRIES)
        .map(rows -> rows.iterator().next().getBoolean("fits"));
  }
}
