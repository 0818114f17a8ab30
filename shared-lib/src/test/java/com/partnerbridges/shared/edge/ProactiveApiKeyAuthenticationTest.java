package com.partnerbridges.shared.edge;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import java.util.Map;

/** The same rules when the framework looks at the key before it looks for the resource. */
@QuarkusTest
@TestProfile(ProactiveApiKeyAuthenticationTest.Proactive.class)
class ProactiveApiKeyAuthenticationTest extends ApiKeyAuthenticationTest {
  public static class Proactive implements QuarkusTestProfile {
    @Override
    public Map<String, String> getConfigOverrides() {
      return Map.of("quarkus.http.auth.proactive", "true");
    }
  }
}
