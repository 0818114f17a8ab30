package com.partnerbridges.iiko.gateway;

/** How far one call came: whether it may be repeated depends on it. */
final class Attempt {

  private volatile boolean sent;
  private boolean handedOut;
  private Reply reply;

  void sent() {
    sent = true;
  }

  boolean isSent() {
    return sent;
  }

  /** A record of the answer is with whoever asked. */
  void handedOut() {
    handedOut = true;
  }

  void answered(Reply reply) {
    this.reply = reply;
  }

  long bytes() {
    return reply == null ? 0 : reply.body().bytes();
  }

  boolean mayRepeat(Operation operation, IikoTrouble trouble) {
    return switch (trouble.kind()) {
      case UNREACHABLE -> !handedOut && (operation.repeatsWhenSent() || !sent);
      case SERVER_ERROR -> !handedOut;
      default -> false;
    };
  }
}
