package com.partnerbridges.xendit.gateway;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.partnerbridges.shared.partner.PartnerText;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AtlasUserTest {

  @ParameterizedTest
  @CsvSource({
    "'{\"app_code\":\"PHOTOBOX\",\"role_level\":10}', 10",
    "'{\"app_code\":\"PHOTOBOX\",\"role_level\":\"50\"}', 50",
    "'{\"app_code\":\"photoBox\",\"role_level\":1}', 1",
    "'{\"app_code\":\"PHOTOBOX\",\"role_level\":10},{\"app_code\":\"PHOTOBOX\",\"role_level\":50}', 50",
    "'{\"app_code\":\"WAREHOUSE\",\"role_level\":50}', 0",
    "'{\"app_code\":\"WAREHOUSE\",\"role_code\":\"SUPER_ADMIN\",\"role_level\":100}', 0",
    "'{\"app_code\":\"ATLAS\",\"role_code\":\"SUPER_ADMIN\"}', 100",
    "'{\"app_code\":\"ATLAS\",\"role_code\":\"ADMIN\",\"role_level\":100}', 0",
    "'{\"app_code\":\"PHOTOBOX\",\"role_level\":\"high\"}', 0",
    "'{\"app_code\":\"PHOTOBOX\",\"role_level\":1e400}', 0",
    "'{\"app_code\":\"PHOTOBOX\",\"role_level\":99999999999}', 99999999999",
    "'{\"app_code\":\"PHOTOBOX\"},7,null,[],{}', 0",
    "'', 0"
  })
  void theHighestLevelInOurApplicationCounts(String roles, long level) {
    AtlasOutcome outcome = read("{\"u_username\":\"ana\",\"roles\":[" + roles + "]}");

    assertThat(outcome).isEqualTo(new AtlasOutcome.Known("ana", level));
  }

  @ParameterizedTest
  @ValueSource(strings = {"{}", "[]", "", "7", "{\"u_username\":\" \"}", "{\"u_username\":{}}"})
  void whoHasNoNameIsNobodyThatAtlasTold(String user) {
    assertThat(read(user)).isInstanceOf(AtlasOutcome.Away.class);
  }

  @Test
  void aNameThatIsTooLongIsNotCutToSomebodyElses() {
    AtlasOutcome outcome = read("{\"u_username\":\"" + "a".repeat(5000) + "\"}");

    assertThat(outcome).isInstanceOf(AtlasOutcome.Away.class);
  }

  @Test
  void aNameHasNoControlCharacters() {
    AtlasOutcome outcome = read("{\"u_username\":\"ana\\u0000\\nsmith\"}");

    assertThat(outcome).isEqualTo(new AtlasOutcome.Known("ana  smith", 0));
  }

  private static AtlasOutcome read(String user) {
    return AtlasUser.of(PartnerText.tree(user.getBytes(UTF_8)), "PHOTOBOX");
  }
}
