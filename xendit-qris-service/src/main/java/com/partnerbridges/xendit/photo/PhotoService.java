package com.partnerbridges.xendit.photo;

import com.partnerbridges.shared.edge.Problem;
import com.partnerbridges.xendit.XenditConfig;
import com.partnerbridges.xendit.transaction.Transaction;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** What may be done with the pictures of a transaction. */
@ApplicationScoped
class PhotoService {

  /** Pictures of one transaction. */
  static final int MOST = 100;

  private final PhotoRepository photos;
  private final PhotoLinks links;
  private final PhotoMailRepository mails;
  private final PhotoMailWork work;
  private final Duration kept;
  private final Clock clock;

  PhotoService(
      PhotoRepository photos,
      PhotoLinks links,
      PhotoMailRepository mails,
      PhotoMailWork work,
      XenditConfig config,
      Clock clock) {
    this.photos = photos;
    this.links = links;
    this.mails = mails;
    this.work = work;
    this.kept = config.photos().kept();
    this.clock = clock;
  }

  Uni<GalleryView> show(String externalId) {
    return photos
        .find(externalId)
        .map(
            found ->
                found
                    .filter(gallery -> !gallery.urls().isEmpty())
                    .filter(gallery -> !gallery.isOver(kept, clock.instant()))
                    .orElseThrow(
                        () ->
                            Problem.of(
                                404, "PHOTOS_NOT_FOUND", "There are no photos, or no longer.")))
        .map(gallery -> GalleryView.of(gallery, kept));
  }

  Uni<GalleryView> add(String externalId, List<String> urls) {
    List<String> spelled =
        urls.stream().map(links::read).flatMap(Optional::stream).distinct().toList();
    return known(externalId)
        .invoke(PhotoService::mustBePaid)
        .flatMap(gallery -> photos.add(externalId, spelled, MOST))
        .invoke(PhotoService::mustFit)
        .flatMap(added -> known(externalId))
        .map(gallery -> GalleryView.of(gallery, kept));
  }

  /**
   * Sends the gallery if that was not done yet, or is wanted again, and tells what became of it.
   */
  Uni<PhotoMailView> send(String externalId, SendPhotos wish, String who) {
    return known(externalId)
        .flatMap(
            gallery -> {
              mustBeThere(gallery);
              String recipient = wish.email() == null ? gallery.email() : wish.email();
              mustBeKnown(recipient);
              return mails.queue(
                  new PhotoMailRepository.Wanted(externalId, recipient, wish.again(), who),
                  clock.instant(),
                  work.lease());
            })
        .flatMap(
            queued -> queued.isPresent() ? work.send(queued.get()) : Uni.createFrom().item(false))
        .flatMap(done -> mails.last(externalId))
        .map(PhotoMailView::of);
  }

  private Uni<Gallery> known(String externalId) {
    return photos.find(externalId).map(found -> found.orElseThrow(Transaction::notFound));
  }

  private static void mustBePaid(Gallery gallery) {
    if (!gallery.paid()) {
      throw Problem.of(409, "NOT_COMPLETED", "Only a paid transaction has photos.");
    }
  }

  private static void mustFit(boolean fits) {
    if (!fits) {
      throw Problem.of(
          422, "TOO_MANY_PHOTOS", "A transaction has at most " + MOST + " photos in all.");
    }
  }

  private void mustBeThere(Gallery gallery) {
    if (gallery.urls().isEmpty()) {
      throw Problem.of(409, "NO_PHOTOS", "There are no photos to send yet.");
    }
    if (gallery.isOver(kept, clock.instant())) {
      throw Problem.of(409, "PHOTOS_EXPIRED", "The photos are no longer shown.");
    }
  }

  private static void mustBeKnown(String recipient) {
    if (recipient == null) {
      throw Problem.of(409, "NO_EMAIL", "The transaction has no e-mail address; give one.");
    }
  }
}
