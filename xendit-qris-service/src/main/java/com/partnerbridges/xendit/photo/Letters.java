package com.partnerbridges.xendit.photo;

import com.partnerbridges.shared.mail.Letter;
import com.partnerbridges.xendit.XenditConfig;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;

/** Writes the e-mail with the gallery. */
@ApplicationScoped
class Letters {

  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.ENGLISH);

  private final XenditConfig config;
  private final Clock clock;

  Letters(XenditConfig config, Clock clock) {
    this.config = config;
    this.clock = clock;
  }

  Uni<Letter> write(PhotoMail mail, Gallery gallery) {
    Instant end =
        gallery
            .expiry(config.photos().kept())
            .orElseGet(() -> clock.instant().plus(config.photos().kept()));
    String lastDay = DAY.format(end.atZone(config.reportTimeZone()));
    String location = gallery.location().replaceAll("\\p{Cntrl}", " ");
    return Letter.write(
        "photo-mail-" + mail.id(),
        List.of(mail.recipient()),
        "Your photos from " + location,
        () -> Templates.gallery(location, gallery.urls(), lastDay));
  }

  @CheckedTemplate(basePath = "photo")
  static class Templates {
    static native TemplateInstance gallery(String location, List<String> urls, String lastDay);
  }
}
