package com.partnerbridges.iiko;

import com.partnerbridges.dev.testkit.SettingsTable;
import java.io.IOException;
import org.junit.jupiter.api.Test;

class SettingsTableTest {

  @Test
  void everySettingStandsInTheReadmeWithItsDefault() throws IOException {
    SettingsTable.assertComplete();
  }
}
