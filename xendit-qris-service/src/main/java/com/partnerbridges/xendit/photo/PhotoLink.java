package com.partnerbridges.xendit.photo;

import static java.lang.annotation.ElementType.TYPE_USE;
import static java.lang.annotation.RetentionPolicy.RUNTIME;

import jakarta.validation.Constraint;
import jakarta.validation.Payload;
import java.lang.annotation.Retention;
import java.lang.annotation.Target;

/** A link that may stand in a gallery; see {@link PhotoLinks}. */
@Target(TYPE_USE)
@Retention(RUNTIME)
@Constraint(validatedBy = PhotoLinkValidator.class)
@interface PhotoLink {

  String message() default "must be an https link to one of the hosts that pictures are on";

  Class<?>[] groups() default {};

  Class<? extends Payload>[] payload() default {};
}
