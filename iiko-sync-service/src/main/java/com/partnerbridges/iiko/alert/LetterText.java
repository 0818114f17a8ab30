package com.partnerbridges.iiko.alert;

import com.partnerbridges.iiko.IikoConfig;
import com.partnerbridges.shared.mail.Letter;
import com.partnerbridges.shared.mail.Undeliverable;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.runtime.annotations.RegisterForReflection;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.function.Supplier;

/** Writes letters to accounts. */
@ApplicationScoped
class LetterText {

  private final IikoConfig config;

  LetterText(IikoConfig config) {
    this.config = config;
  }

  Uni<Letter> write(QueuedLetter queued) {
    if (queued.recipient() == null) {
      return Uni.createFrom().failure(new Undeliverable("no address"));
    }
    Page page =
        new Page(
            queued.accountId(),
            config.alertAfter(),
            queued.error() == null ? "" : queued.error(),
            queued.runEndedAt().truncatedTo(ChronoUnit.SECONDS).toString(),
            config.publicBaseUrl().map(it -> it + "/console").orElse(""));
    return switch (queued.kind()) {
      case FAILING ->
          letter(
              queued,
              "The sync with iiko fails for account " + page.account(),
              () -> Templates.failing(page));
      case RECOVERED ->
          letter(
              queued,
              "The sync with iiko works again for account " + page.account(),
              () -> Templates.recovered(page));
    };
  }

  private static Uni<Letter> letter(
      QueuedLetter queued, String subject, Supplier<TemplateInstance> page) {
    return Letter.write(queued.messageId(), List.of(queued.recipient()), subject, page);
  }

  /**
   * What a letter says; what there is not is empty.
   *
   * @param runs so many had failed one after the other
   */
  @RegisterForReflection // for Qute
  record Page(String account, int runs, String error, String at, String console) {}

  @CheckedTemplate(basePath = "letter")
  static class Templates {
    static native TemplateInstance failing(Page page);

    static native TemplateInstance recovered(Page page);
  }
}
