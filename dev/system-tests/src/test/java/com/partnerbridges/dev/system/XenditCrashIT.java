package com.partnerbridges.dev.system;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.partnerbridges.dev.sandbox.room.Fault;
import com.partnerbridges.dev.sandbox.room.Json;
import com.partnerbridges.dev.sandbox.room.RetryPolicy;
import com.partnerbridges.dev.sandbox.xendit.PayOptions;
import com.partnerbridges.dev.sandbox.xendit.XenditSandboxClient;
import com.partnerbridges.dev.stack.ServiceProcess;
import java.time.Duration;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** kill -9 of the packaged service. */
class XenditCrashIT {

  private static final int TRANSACTIONS = 200;
  private static final int BEFORE_THE_KILL = 60;
  private static final Set<String> ENDS_OF_PAID =
      Set.of("COMPLETED PAID", "EXPIRED PAID LATE_PAYMENT", "FAILED PAID LATE_PAYMENT");

  private ServiceProcess service;
  private Kiosk kiosk;
  private XenditSandboxClient sandbox;
  private long location;

  @BeforeEach
  void start() {
    service = Suite.xendit(1);
    Suite.xendit(2);
    kiosk = new Kiosk(service.url());
    sandbox = Suite.xenditSandbox();
    location = kiosk.newLocation();
  }

  @Test
  void everythingIsSettledOnceAfterACrashUnderLoad() {
    List<String> keys = Stream.generate(Kiosk::newKey).limit(TRANSACTIONS).toList();
    sandbox.retry(new RetryPolicy(1000, 200));
    sandbox.setFault("create", Fault.slow(Duration.ofMillis(200)));

    Map<String, Http.Answer> atFirst = createAndPayUntilTheKill(keys);
    sandbox.clearFaults();
    service.start();
    Map<String, String> again = repeat(keys);
    Map<String, String> andAgain = repeat(keys);
    List<String> paid = again.values().stream().filter(this::isPaidByNow).toList();

    Suite.await("all is settled", () -> ENDS_OF_PAID.containsAll(Books.of(paid)));
    assertThat(Books.of(paid)).contains("COMPLETED PAID");
    assertThat(again.values()).doesNotHaveDuplicates();
    assertThat(andAgain).isEqualTo(again);
    assertThat(again).containsAllEntriesOf(created(atFirst));
    assertThat(codesAskedFor()).doesNotHaveDuplicates();
    assertThat(failures(again.values())).isNotEmpty().containsOnly("CREATE_ANSWER_LOST");
  }

  /** Each is paid as soon as it can be; the service is killed in the middle of it. */
  private Map<String, Http.Answer> createAndPayUntilTheKill(List<String> keys) {
    AtomicInteger created = new AtomicInteger();
    Map<String, CompletableFuture<Http.Answer>> burst = new LinkedHashMap<>();
    for (String key : keys) {
      burst.put(
          key,
          kiosk
              .create(location, key)
              .whenCompleteAsync(
                  (answer, failure) -> {
                    if (answer.status() == 201) {
                      sandbox.pay(Kiosk.reference(answer), PayOptions.USUAL.inBackground());
                      if (created.incrementAndGet() == BEFORE_THE_KILL) {
                        service.kill9();
                      }
                    }
                  }));
    }
    Map<String, Http.Answer> answers = new LinkedHashMap<>();
    burst.forEach((key, answer) -> answers.put(key, answer.join()));
    assertThat(answers.values()).extracting(Http.Answer::status).contains(0, 201);
    return answers;
  }

  private static Map<String, String> created(Map<String, Http.Answer> answers) {
    Map<String, String> references = new LinkedHashMap<>();
    answers.forEach(
        (key, answer) -> {
          if (answer.status() == 201) {
            references.put(key, Kiosk.reference(answer));
          }
        });
    return references;
  }

  /** The transaction of each key, once it is known what became of it. */
  private Map<String, String> repeat(List<String> keys) {
    Map<String, String> references = new LinkedHashMap<>();
    for (String key : keys) {
      Suite.await(
          "the end of " + key,
          () -> {
            Http.Answer answer = kiosk.create(location, key).join();
            references.put(key, Kiosk.reference(answer));
            return answer.status() == 201 || answer.status() == 502;
          });
    }
    return references;
  }

  /** Whoever has a code pays it at last, even one that no kiosk has shown. */
  private boolean isPaidByNow(String reference) {
    try {
      if (sandbox.code(reference).payments().isEmpty()) {
        sandbox.pay(reference, PayOptions.USUAL.forced().inBackground());
      }
      return true;
    } catch (NoSuchElementException neverMade) {
      return false;
    }
  }

  private List<String> codesAskedFor() {
    return sandbox.calls("create").stream()
        .map(call -> Json.tree(call.body().getBytes(UTF_8)).path("reference_id").asText())
        .toList();
  }

  private static List<String> failures(Collection<String> references) {
    return Suite.query(
        "select tr_reason from photobox.transactions where tr_status = 'FAILED'"
            + " and tr_external_id in ('"
            + String.join("','", references)
            + "')");
  }
}
