package com.partnerbridges.iiko;

import static org.assertj.core.api.Assertions.assertThat;

import com.partnerbridges.iiko.ApiDocument.Operation;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.vertx.core.json.JsonObject;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Path;
import java.io.File;
import java.io.IOException;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What {@code /apidocs} tells is all that there is, and what it offers to try is what works. */
@QuarkusTest
class OpenApiTest extends ServiceTest {

  private static final java.nio.file.Path CLASSES = java.nio.file.Path.of("target/classes");

  private ApiDocument document;

  @BeforeEach
  void read() {
    document = new ApiDocument();
  }

  @ParameterizedTest
  @CsvSource({
    "DisplayName, PATCH, /restaurants/d-1, 200",
    "SyncRequest, POST, /sync/invoices, 202"
  })
  void theExampleIsTaken(String schema, String method, String path, int status) {
    String account = connected();
    dueWork(); // the first run is over
    new Seeded(pool, account, clock.instant()).restaurant("d-1", "Harbour");
    Map<String, Object> example =
        document.json.getMap("components.schemas." + schema + ".examples[0]");

    as(account, ADMIN).body(example).request(method, at(account, path)).then().statusCode(status);
  }

  @Test
  void everyOperationSaysWhatItDoesAndWhatItAnswers() {
    for (Operation operation : document.operations()) {
      String call = operation.toString();
      assertThat((String) operation.details().get("summary")).as(call).isNotBlank();
      assertThat((List<?>) operation.details().get("tags")).as(call).hasSize(1);
      assertThat(operation.answers().keySet())
          .as(call)
          .anyMatch(status -> status.startsWith("2"))
          .containsAll(refusals(operation));
      operation
          .answers()
          .forEach(
              (status, answer) ->
                  assertThat((String) answer.get("description")).as(call).isNotBlank());
    }
  }

  @Test
  void everythingThatCanBeCalledIsTold() throws Exception {
    Set<String> told = new TreeSet<>();
    document.operations().forEach(operation -> told.add(operation.toString()));

    Set<String> there = new TreeSet<>();
    there.add("POST /internal/jobs/{job}"); // every service has it
    for (Class<?> type : shipped()) {
      Path base = type.getAnnotation(Path.class);
      for (Method method : base == null ? new Method[0] : type.getDeclaredMethods()) {
        verb(method).ifPresent(verb -> there.add(verb + " " + address(base, method)));
      }
    }

    assertThat(there).isNotEmpty().isEqualTo(told);
  }

  @Test
  void whatIsAnsweredIsDescribedByItsSchema() {
    for (Operation operation : document.operations()) {
      if (operation.method().equals("GET")) {
        assertThat(operation.answers().get("200").get("content"))
            .as(operation.toString())
            .isNotNull();
      }
    }
    assertThat(document.json.getMap("components.schemas.Invoice.properties"))
        .containsKeys("iiko_id", "iiko_sync_status", "iiko_last_synced_at", "restaurant_name");
  }

  /** Of its schema, or of that of each of a list's items. */
  @Test
  void everyAnswerHasAnExampleWithAllOfItsFields() {
    JsonObject schemas = new JsonObject(document.json.getMap("components.schemas"));
    for (Operation operation : document.operations()) {
      operation
          .answers()
          .forEach(
              (status, answer) -> {
                String call = operation + " " + status;
                String schema = schema(new JsonObject(answer).getJsonObject("content"));
                if (schema == null || schema.equals("Done")) { // the number of the family's job
                  assertThat(call).doesNotContainPattern(" [45]\\d\\d$");
                  return;
                }
                JsonObject shown = schemas.getJsonObject(schema);
                if (!shown.containsKey("examples")) {
                  shown = schemas.getJsonObject(schema(shown.getJsonObject("properties")));
                }
                assertThat(shown.getJsonArray("examples")).as(call).isNotNull();
                assertThat(shown.getJsonArray("examples").getJsonObject(0).fieldNames())
                    .as(call)
                    .isEqualTo(shown.getJsonObject("properties").fieldNames());
              });
    }
  }

  /** The first one that is named there. */
  private static String schema(JsonObject part) {
    Matcher named = Pattern.compile("#/components/schemas/(\\w+)").matcher(String.valueOf(part));
    return named.find() ? named.group(1) : null;
  }

  @Test
  void thePageIsServed() {
    assertThat(RestAssured.get("/apidocs/").asString()).contains("swagger-ui");
  }

  private static List<Class<?>> shipped() throws IOException, ClassNotFoundException {
    List<Class<?>> all = new ArrayList<>();
    try (Stream<java.nio.file.Path> files = Files.walk(CLASSES)) {
      for (java.nio.file.Path file :
          files.filter(it -> it.toString().endsWith(".class")).toList()) {
        String name = CLASSES.relativize(file).toString().replace(File.separatorChar, '.');
        all.add(
            Class.forName(
                name.substring(0, name.length() - ".class".length()),
                false,
                Thread.currentThread().getContextClassLoader()));
      }
    }
    return all;
  }

  private static Optional<String> verb(Method method) {
    return Stream.of(method.getAnnotations())
        .map(annotation -> annotation.annotationType().getAnnotation(HttpMethod.class))
        .filter(verb -> verb != null)
        .map(HttpMethod::value)
        .findFirst();
  }

  private static String address(Path base, Method method) {
    Path more = method.getAnnotation(Path.class);
    String both = "/" + base.value() + "/" + (more == null ? "" : more.value());
    return both.replaceAll("/+", "/").replaceAll("(?<=.)/$", "").replaceAll(":[^}/]*}", "}");
  }

  /** Whoever must sign in may fail to. */
  private static List<String> refusals(Operation operation) {
    return operation.scheme() == null ? List.of() : List.of("401", "403", "503");
  }
}
