package com.partnerbridges.iute.gateway;

/** What a call to Iute came to, in our words. */
public sealed interface IuteOutcome {

  /** Iute knows the order. */
  record Known(IuteStatus status, IuteReply reply) implements IuteOutcome {}

  /** The phone belongs to no Iute customer; Iute texts an invitation. */
  record NotACustomer(IuteReply reply) implements IuteOutcome {}

  /** Iute said no to what we asked. */
  record Refused(IuteReply reply) implements IuteOutcome {}

  /** Iute has no such order. */
  record UnknownOrder() implements IuteOutcome {}

  /** No answer, or none that can be read: what happened there is not known. */
  record Unclear(String why) implements IuteOutcome {}
}
