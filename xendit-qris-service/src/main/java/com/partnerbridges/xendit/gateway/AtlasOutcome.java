package com.partnerbridges.xendit.gateway;

/** What Atlas says about a token. */
public sealed interface AtlasOutcome {

  /**
   * A person that Atlas knows.
   *
   * @param level the highest level for our application; 0 without a role there
   */
  record Known(String username, long level) implements AtlasOutcome {

    /** People are not logged. */
    @Override
    public String toString() {
      return "Known[level=" + level + "]";
    }
  }

  /** The token is worth nothing, or no more. */
  record Refused() implements AtlasOutcome {}

  /** No usable answer, so nothing is known about the token. */
  record Away(String why) implements AtlasOutcome {}
}
