package com.partnerbridges.shared.edge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import io.quarkus.runtime.configuration.ConfigUtils;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfig;
import io.smallrye.config.WithConverter;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SettingsCheckTest {
  private static final Map<String, String> PROPERTIES =
      Map.of(
          "shop.base-url", "${SHOP_URL}",
          "shop.token", "${SHOP_TOKEN}",
          "shop.wait", "${SHOP_WAIT:30s}",
          "shop.pause", "${SHOP_PAUSE:0s}",
          "shop.limit", "${SHOP_LIMIT:100}",
          "shop.mode", "${SHOP_MODE:fast}",
          "shop.note", "${SHOP_NOTE:}",
          "database.url", "jdbc:${SHOP_DB}?schema=shop",
          "partner-bridges.api-keys", "${SHOP_KEYS}");

  private static final Map<String, String> GOOD =
      Map.of(
          "SHOP_URL", "https://shop.example",
          "SHOP_TOKEN", "t0ken",
          "SHOP_DB", "postgresql://localhost/shop",
          "SHOP_KEYS", "till:pos:" + "0a".repeat(32));

  /** Long patience is for the slow. */
  private static final SettingRules RULES =
      settings ->
          settings.apply("shop.wait").filter("1h"::equals).isPresent()
                  && settings.apply("shop.mode").filter("fast"::equals).isPresent()
              ? Map.of("SHOP_WAIT", "must be shorter unless SHOP_MODE is slow")
              : Map.of();

  enum Mode {
    FAST,
    SLOW
  }

  @ConfigMapping(prefix = "shop")
  public interface ShopConfig {
    URI baseUrl();

    Secret token();

    @io.smallrye.config.WithName("wait")
    @WithConverter(SomeTime.class)
    Duration patience();

    @WithConverter(TimeOrNone.class)
    Duration pause();

    int limit();

    Mode mode();

    Optional<String> note();
  }

  @Test
  void completeSettingsAreNotComplainedOf() {
    assertThat(check(GOOD)).isEmpty();
  }

  @Test
  void allMissingVariablesAreNamedAtOnce() {
    SortedMap<String, String> wrong = check(Map.of());

    assertThat(wrong)
        .containsExactly(
            entry("SHOP_DB", "is missing"),
            entry("SHOP_KEYS", "is missing"),
            entry("SHOP_TOKEN", "is missing"),
            entry("SHOP_URL", "is missing"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"SHOP_DB", "SHOP_KEYS", "SHOP_TOKEN", "SHOP_URL"})
  void blankIsMissing(String variable) {
    assertThat(check(with(variable, " "))).containsExactly(entry(variable, "is missing"));
  }

  @ParameterizedTest
  @CsvSource({
    "SHOP_WAIT, soon, 'is not a duration such as 30s, 15m or 24h'",
    "SHOP_WAIT, 0s, cannot be used: it must be at least 1ms",
    "SHOP_WAIT, PT0.0009S, cannot be used: it must be at least 1ms",
    "SHOP_WAIT, PT-1S, cannot be used: it must be at least 1ms",
    "SHOP_PAUSE, PT-1S, cannot be used: it must not be negative",
    "SHOP_PAUSE, soon, 'is not a duration such as 30s, 15m or 24h'",
    "SHOP_LIMIT, many, is not a whole number",
    "SHOP_LIMIT, 99999999999, is not a whole number",
    "SHOP_MODE, medium, is not one of the allowed values",
    "SHOP_URL, ht tp:x, is malformed",
    "SHOP_KEYS, till:pos, cannot be used: entry 1 of the API keys is not name:role:sha256hex",
  })
  void malformedValueIsDescribedAndNotShown(String variable, String value, String complaint) {
    assertThat(check(with(variable, value))).containsExactly(entry(variable, complaint));
  }

  @Test
  void missingAndMalformedComeTogether() {
    Map<String, String> environment = new HashMap<>(GOOD);
    environment.remove("SHOP_TOKEN");
    environment.put("SHOP_WAIT", "soon");

    assertThat(check(environment)).containsOnlyKeys("SHOP_TOKEN", "SHOP_WAIT");
  }

  @ParameterizedTest
  @CsvSource({"200ms, PT0.2S", "30s, PT30S", "15m, PT15M", "24h, PT24H", "2d, PT48H", "PT1M, PT1M"})
  void durationsAreReadInAllNotations(String text, Duration duration) {
    SmallRyeConfig config = config(with("SHOP_WAIT", text));

    assertThat(config.getValue("shop.wait", Duration.class)).isEqualTo(duration);
  }

  @Test
  void aBrokenRuleComesTogetherWithWhatIsMissing() {
    SortedMap<String, String> wrong = check(Map.of("SHOP_WAIT", "1h"));

    assertThat(wrong)
        .hasSize(5)
        .containsEntry("SHOP_TOKEN", "is missing")
        .containsEntry("SHOP_WAIT", "must be shorter unless SHOP_MODE is slow");
  }

  @Test
  void rulesAreHeldTogether() {
    SettingRules others = settings -> Map.of("SHOP_LIMIT", "must be higher");

    Map<String, String> wrong =
        RULES.and(others).broken(SettingsCheck.values(config(with("SHOP_WAIT", "1h"))));

    assertThat(wrong).containsOnlyKeys("SHOP_LIMIT", "SHOP_WAIT");
  }

  @Test
  void aRuleThatHoldsIsNotComplainedOf() {
    Map<String, String> environment = with("SHOP_WAIT", "1h");
    environment.put("SHOP_MODE", "slow");

    assertThat(check(environment)).isEmpty();
  }

  @Test
  void reportIsOneReadableMessage() {
    SmallRyeConfig config = config(with("SHOP_WAIT", "soon"));

    String report = Bridge.report(config, check(Map.of("SHOP_WAIT", "soon")));

    assertThat(report.lines())
        .containsExactly(
            "shop cannot start: 5 settings are missing or unusable.",
            "  SHOP_DB     is missing",
            "  SHOP_KEYS   is missing",
            "  SHOP_TOKEN  is missing",
            "  SHOP_URL    is missing",
            "  SHOP_WAIT   is not a duration such as 30s, 15m or 24h");
  }

  @Test
  void quickLookSeesThatAllIsSet() {
    assertThat(RequiredVariables.areSet(fileWith("a=${X}${Y:}\nb=${Z:1}"), Map.of("X", "1")::get))
        .isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"a=${Y}", "a=${X}/${Y}", "a=${BLANK}", "a=${Z:${Y}}", "a=\\u00z"})
  void quickLookLeavesTheRestToTheCheck(String file) {
    Map<String, String> environment = Map.of("X", "1", "BLANK", " ");

    assertThat(RequiredVariables.areSet(fileWith(file), environment::get)).isFalse();
  }

  @ParameterizedTest
  @CsvSource({
    "a=${X}, given",
    "a=<${X}>, <given>",
    "a=${UNSET:else}, else",
    "a=${BLANK:else}, else",
    "a=plain, plain",
    "a=${UNSET:},",
    "a=${UNSET},",
    "b=other,"
  })
  void plainSettingsComeFromTheFileAndTheEnvironment(String file, String value) {
    var settings = PlainSettings.of(fileWith(file), Map.of("X", "given", "BLANK", " ")::get);

    assertThat(settings.apply("a")).isEqualTo(Optional.ofNullable(value));
  }

  private static ClassLoader fileWith(String text) {
    return new ClassLoader(null) {
      @Override
      public InputStream getResourceAsStream(String name) {
        return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
      }
    };
  }

  private static SortedMap<String, String> check(Map<String, String> environment) {
    return SettingsCheck.of(config(environment), ShopConfig.class, RULES, Optional.empty());
  }

  private static Map<String, String> with(String variable, String value) {
    Map<String, String> environment = new HashMap<>(GOOD);
    environment.put(variable, value);
    return environment;
  }

  private static SmallRyeConfig config(Map<String, String> environment) {
    Map<String, String> properties = new HashMap<>(PROPERTIES);
    properties.put("quarkus.application.name", "shop");
    return ConfigUtils.emptyConfigBuilder()
        .withSources(new PropertiesConfigSource(properties, "application.properties", 500))
        .withSources(new PropertiesConfigSource(environment, "environment", 500))
        .build();
  }
}
