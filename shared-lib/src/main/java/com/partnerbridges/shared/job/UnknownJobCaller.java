package com.partnerbridges.shared.job;

/** Why a caller is not known: for the log, not for the caller. Without anything that was sent. */
final class UnknownJobCaller extends RuntimeException {

  UnknownJobCaller(String why) {
    super(why, null, false, false);
  }
}
