package com.partnerbridges.shared.mail;

import io.quarkus.qute.TemplateInstance;
import io.quarkus.qute.Variant;
import io.smallrye.mutiny.Uni;
import java.util.List;
import java.util.function.Supplier;

/**
 * An e-mail as it goes out.
 *
 * @param id the same for every attempt, so that mail programs know a repetition
 */
public record Letter(String id, List<String> recipients, String subject, String text, String html) {

  /**
   * Written by a template that is there as text and as HTML.
   *
   * @param page gives a new instance of the template each time
   */
  public static Uni<Letter> write(
      String id, List<String> recipients, String subject, Supplier<TemplateInstance> page) {
    return Uni.combine()
        .all()
        .unis(as(Variant.TEXT_PLAIN, page), as(Variant.TEXT_HTML, page))
        .with((text, html) -> new Letter(id, recipients, subject, text, html));
  }

  private static Uni<String> as(String type, Supplier<TemplateInstance> page) {
    return page.get().setVariant(Variant.forContentType(type)).createUni();
  }

  @Override
  public String toString() {
    return "Letter[" + id + "]";
  }
}
