package com.partnerbridges.xendit.photo;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;

/** Lets only links pass that {@link PhotoLinks} takes; nothing is another rule's matter. */
@ApplicationScoped
class PhotoLinkValidator implements ConstraintValidator<PhotoLink, String> {

  private final PhotoLinks links;

  PhotoLinkValidator(PhotoLinks links) {
    this.links = links;
  }

  @Override
  public boolean isValid(String link, ConstraintValidatorContext context) {
    return link == null || links.read(link).isPresent();
  }
}
