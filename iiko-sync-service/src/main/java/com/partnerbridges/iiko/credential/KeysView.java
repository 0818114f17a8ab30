package com.partnerbridges.iiko.credential;

import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** How far a change of keys has come. */
@Schema(
    name = "CredentialKeys",
    examples =
        """
        {"primary": "2026", "remaining": 0, "quarantined": 0, "damaged": 0, "file_error": null,
         "keys": [{"id": "2026", "state": "PRIMARY", "accounts": 12, "sessions": 1,
         "may_go": false}]}""")
@JsonNaming(SnakeCaseStrategy.class)
record KeysView(
    @Schema(description = "The key that encrypts") String primary,
    List<Key> keys,
    @Schema(description = "Accounts that wait for re-encryption") long remaining,
    @Schema(description = "Accounts set aside because their key is not there") long quarantined,
    @Schema(description = "Accounts set aside because what is stored cannot be opened")
        long damaged,
    @Schema(description = "What is wrong with the file with the keys; the last good ones are used")
        String fileError) {

  /** One key: of the keyset, or one that only rows name. */
  @Schema(name = "CredentialKey")
  @JsonNaming(SnakeCaseStrategy.class)
  record Key(
      String id,
      State state,
      @Schema(description = "Accounts whose credentials it sealed") long accounts,
      @Schema(description = "Sessions whose token it sealed; they end within an hour")
          long sessions,
      @Schema(description = "Nothing needs it any more") boolean mayGo) {}

  /** What a key is good for. */
  enum State {
    PRIMARY,
    ENABLED,
    DISABLED,
    MISSING
  }
}
