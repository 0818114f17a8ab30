package com.partnerbridges.iiko.credential;

import com.partnerbridges.iiko.IikoConfig;
import com.partnerbridges.iiko.credential.RotationRepository.Old;
import com.partnerbridges.iiko.credential.RotationRepository.Renewed;
import com.partnerbridges.shared.credentials.CredentialException;
import com.partnerbridges.shared.state.DueTask;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.jboss.logging.Logger;

/**
 * Brings all credentials under the primary key, a batch at a time, while they are used. It can stop
 * anywhere, and any number of instances may do it at once. A row that cannot be opened is set aside
 * and holds up no other.
 */
@ApplicationScoped
class Rotation implements DueTask {

  private static final Logger LOG = Logger.getLogger(Rotation.class);

  private final CredentialKeys keys;
  private final RotationRepository rows;
  private final Unreadable unreadable;
  private final Clock clock;
  private final int batch;

  Rotation(
      CredentialKeys keys,
      RotationRepository rows,
      Unreadable unreadable,
      Clock clock,
      IikoConfig config) {
    this.keys = keys;
    this.rows = rows;
    this.unreadable = unreadable;
    this.clock = clock;
    this.batch = config.keys().batch();
  }

  @Override
  public String name() {
    return "key-rotation";
  }

  /** Gives how many rows were looked at. */
  @Override
  public Uni<Integer> workOff() {
    return onWorker(keys::current).flatMap(this::workOff);
  }

  private Uni<Integer> workOff(CredentialKeys.InForce inForce) {
    return rows.seen(inForce.keys(), clock.instant())
        .flatMap(told -> rows.takeBack(inForce.keys()))
        .flatMap(
            back ->
                rows.setAside(inForce.keys(), batch, clock.instant()).map(aside -> back + aside))
        .flatMap(judged -> reEncrypt(inForce).map(renewed -> judged + renewed))
        .invoke(count -> told(count, inForce));
  }

  private Uni<Integer> reEncrypt(CredentialKeys.InForce inForce) {
    return rows.sealedByOthers(inForce.keys(), batch, clock.instant())
        .emitOn(Infrastructure.getDefaultWorkerPool())
        .flatMap(
            olds ->
                olds.isEmpty()
                    ? Uni.createFrom().item(0)
                    : reEncrypt(inForce, olds).replaceWith(olds.size()));
  }

  private Uni<Integer> reEncrypt(CredentialKeys.InForce inForce, List<Old> olds) {
    List<Renewed> renewed = new ArrayList<>();
    List<Uni<Void>> damaged = new ArrayList<>();
    for (Old old : olds) {
      try {
        renewed.add(
            new Renewed(
                old,
                CredentialVault.seal(
                    inForce,
                    old.accountId(),
                    CredentialVault.open(
                        inForce, old.accountId(), old.username(), old.password()))));
      } catch (CredentialException broken) {
        damaged.add(
            unreadable.setAside(
                old.accountId(),
                old.password(),
                broken,
                RotationRepository.ACTOR,
                clock.instant()));
      }
    }
    Uni<Integer> stored = rows.store(renewed, inForce.keys().primaryId(), clock.instant());
    return damaged.isEmpty()
        ? stored
        : Uni.join().all(damaged).andCollectFailures().flatMap(done -> stored);
  }

  private static void told(int count, CredentialKeys.InForce inForce) {
    if (count > 0) {
      LOG.infof("credential rows dealt with=%d primary=%s", count, inForce.keys().primaryId());
    }
  }

  /** The file with the keys may have to be read. */
  private static <T> Uni<T> onWorker(Supplier<T> work) {
    return Uni.createFrom().item(work).runSubscriptionOn(Infrastructure.getDefaultWorkerPool());
  }
}
