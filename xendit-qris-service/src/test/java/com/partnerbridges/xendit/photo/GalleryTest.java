package com.partnerbridges.xendit.photo;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Pictures of transactions: who may register which, and who sees them how long. */
@QuarkusTest
class GalleryTest extends PhotoBooth {

  @Test
  void registeredPhotosAreSeenByAnybodyInTheirOrder() {
    add(PHOTO, "https://photos.example.com/0.jpg?size=big").then().statusCode(201);

    gallery(id)
        .then()
        .statusCode(200)
        .body("success", equalTo(true))
        .body("data.external_id", equalTo(id))
        .body("data.photo_count", equalTo(2))
        .body("data.email_sent_at", nullValue())
        .body("data.expiry_date", nullValue())
        .body(
            "data.photos",
            equalTo(
                List.of(
                    Map.of("url", PHOTO),
                    Map.of("url", "https://photos.example.com/0.jpg?size=big"))));
  }

  @Test
  void aRepetitionAddsOnlyWhatIsNew() {
    add(PHOTO);

    add("https://photos.example.com/2.jpg", PHOTO, "HTTPS://Photos.Example.com:443/2.jpg")
        .then()
        .statusCode(201)
        .body("data.photos.url", equalTo(List.of(PHOTO, "https://photos.example.com/2.jpg")));
  }

  @Test
  void aHundredInAllAreEnough() {
    add(id, numbered(0, 99)).then().statusCode(201);
    add(id, numbered(98, 101))
        .then()
        .statusCode(422)
        .body("details.code", equalTo("TOO_MANY_PHOTOS"));

    add(id, numbered(98, 100)).then().statusCode(201);

    assertThat(gallery(id).jsonPath().getInt("data.photo_count")).isEqualTo(100);
  }

  @Test
  void moreThanAHundredAtOnceAreRefusedAndNoneToo() {
    add(id, numbered(0, 101)).then().statusCode(422);

    add(id, List.of())
        .then()
        .statusCode(422)
        .body("details.code", equalTo("VALIDATION_FAILED"))
        .body("details.errors[0].field", equalTo("urls"));
  }

  @Test
  void kiosksThatAddAtTheSameTimeLoseNothing() {
    AtomicInteger number = new AtomicInteger();

    List<CompletableFuture<Integer>> kiosks =
        together(
            8,
            () -> {
              int first = number.getAndAdd(10);
              return add(id, numbered(first, first + 15)).statusCode();
            });

    assertThat(kiosks).allSatisfy(kiosk -> assertThat(kiosk.join()).isEqualTo(201));

    List<String> urls = gallery(id).jsonPath().getList("data.photos.url");
    assertThat(urls).containsExactlyInAnyOrderElementsOf(numbered(0, 85));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://photos.example.com/1.jpg",
        "//photos.example.com/1.jpg",
        "/1.jpg",
        "javascript:alert(1)",
        "https:photos.example.com/1.jpg",
        "https://photos.example.com.evil.example/1.jpg",
        "https://evil.example/photos.example.com/1.jpg",
        "https://photos.example.com@evil.example/1.jpg",
        "https://evil.example@photos.example.com/1.jpg",
        "https://:@photos.example.com/1.jpg",
        "https://@photos.example.com/1.jpg",
        "https://photos.example.com:444/1.jpg",
        "https://photos.example.com:/1.jpg",
        "https://photos.example.com./1.jpg",
        "https://photos.example.com#@evil.example/1.jpg",
        "https://photos.example.com/1.jpg#part",
        "https://photos.example.com\\@evil.example/1.jpg",
        "https://evil.example\\.photos.example.com/1.jpg",
        "https://photos.example.com%2eevil.example/1.jpg",
        "https://phоtos.example.com/1.jpg",
        "https://photos。example。com/1.jpg",
        " https://photos.example.com/1.jpg",
        "https://photos.example.com/1 .jpg",
        "https://photos.example.com/\t1.jpg",
        "https://photos.example.com/\r\nBcc: a@b.example",
        "https://photos.example.com/\u00001.jpg",
        "https://photos.example.com/\"><script>",
        "https://[::1]/1.jpg",
        "https://",
        ""
      })
  void aLinkThatLeadsElsewhereIsRefused(String link) {
    add("https://photos.example.com/good.jpg", link)
        .then()
        .statusCode(422)
        .body("details.errors[0].field", equalTo("urls[1]"));

    gallery(id).then().statusCode(404);
  }

  @Test
  void aLinkIsNoLongerThan2000Characters() {
    String longest = "https://photos.example.com/" + "a".repeat(1973);
    add(longest + "a").then().statusCode(422);

    add(longest).then().statusCode(201);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "[]",
        "{}",
        "{\"urls\":null}",
        "{\"urls\":[null]}",
        "{\"urls\":{}}",
        "{\"urls\":[[]]}",
        "{\"urls\":[7]}"
      })
  void aBodyOfAnotherShapeIsRefused(String body) {
    as(STAFF)
        .body(body)
        .post(API + "/transactions/{id}/photos", id)
        .then()
        .statusCode(422)
        .body("details.errors", not(empty()));
  }

  @ParameterizedTest
  @ValueSource(strings = {"PENDING", "FAILED", "EXPIRED"})
  void onlyPaidTransactionsHavePhotos(String status) {
    String other = transaction(status);

    add(other, List.of(PHOTO))
        .then()
        .statusCode(409)
        .body("details.code", equalTo("NOT_COMPLETED"));
  }

  @Test
  void anHonouredTransactionHasPhotos() {
    String other = transaction("EXPIRED");
    run("update transactions set tr_honoured_at = now() where tr_external_id = $1", other);

    add(other, List.of(PHOTO)).then().statusCode(201);
  }

  @Test
  void anUnknownTransactionIsNotFound() {
    add(UNKNOWN, List.of(PHOTO)).then().statusCode(404);
    gallery(UNKNOWN).then().statusCode(404).body("details.code", equalTo("PHOTOS_NOT_FOUND"));
    gallery("nonsense").then().statusCode(422);
  }

  @Test
  void withoutPhotosThereIsNoGallery() {
    gallery(id).then().statusCode(404);
  }

  @Test
  void theGalleryEndsTwoWeeksAfterTheFirstEmailWhateverFollows() {
    add(PHOTO);
    send(Map.of());
    clock.forward(Duration.ofDays(10));
    send(Map.of("again", true)).then().body("data.status", equalTo("SENT"));
    String end = gallery(id).then().statusCode(200).extract().path("data.expiry_date");

    clock.forward(Duration.ofDays(4));

    gallery(id).then().statusCode(404);
    assertThat(Duration.between(clock.instant(), Instant.parse(end)).abs())
        .isLessThan(Duration.ofMinutes(1));
  }

  @Test
  void strangersRegisterNothing() {
    given()
        .contentType("application/json")
        .body(Map.of("urls", List.of(PHOTO)))
        .post(API + "/transactions/{id}/photos", id)
        .then()
        .statusCode(401);
    given()
        .contentType("application/json")
        .body("{}")
        .post(API + "/transactions/{id}/photos/email", id)
        .then()
        .statusCode(401);
  }

  private static List<String> numbered(int from, int to) {
    return IntStream.range(from, to).mapToObj(n -> "https://photos.example.com/n" + n).toList();
  }
}
