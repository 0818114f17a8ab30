package com.partnerbridges.dev.system;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.partnerbridges.dev.sandbox.powercode.PowercodeSandboxClient;
import com.partnerbridges.dev.sandbox.room.Json;
import com.partnerbridges.dev.sandbox.utopia.UtopiaSandboxClient;
import com.partnerbridges.dev.stack.LocalKey;
import com.partnerbridges.dev.stack.ServiceProcess;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What utopia-powercode-service writes down about an order. */
class UtopiaLogIT {

  private FibreOrder order;
  private List<String> log;
  private List<String> audit;

  /** A process that was killed may have left half a line: what was there before does not count. */
  @BeforeEach
  void anOrderIsDone() {
    List<ServiceProcess> instances = UtopiaSuite.all();
    Map<Path, Integer> before = new HashMap<>();
    instances.forEach(
        instance -> before.put(instance.log(), UtopiaSuite.lines(instance.log()).size()));

    order = FibreOrder.placed();
    order.begin(instances.get(0));
    order.awaitState("DONE");
    UtopiaSuite.awaitLetters();

    log =
        instances.stream()
            .map(ServiceProcess::log)
            .flatMap(file -> UtopiaSuite.lines(file).stream().skip(before.get(file)))
            .toList();
    audit =
        instances.stream()
            .map(instance -> UtopiaSuite.AUDIT_FOLDER.resolve("audit-" + instance.name() + ".log"))
            .flatMap(file -> UtopiaSuite.lines(file).stream())
            .filter(line -> line.contains(order.orderref()))
            .toList();
  }

  @Test
  void everyLineIsJsonAndThoseAboutAnOrderCarryItsReference() {
    assertThat(log)
        .allSatisfy(
            line -> assertThat(Json.tree(line.getBytes(UTF_8))).isInstanceOf(ObjectNode.class));
    assertThat(log.stream().filter(line -> line.contains(order.orderref())))
        .isNotEmpty()
        .allSatisfy(
            line ->
                assertThat(
                        Json.tree(line.getBytes(UTF_8))
                            .at("/logging.googleapis.com~1labels/orderref")
                            .asText())
                    .isEqualTo(order.orderref()));
  }

  @Test
  void nothingPersonalAndNoSecretIsWritten() {
    ObjectNode contract = UtopiaSuite.utopia().order(order.orderref()).contract();

    assertThat(String.join("\n", log))
        .contains(order.orderref())
        .doesNotContain(
            UtopiaSandboxClient.API_KEY,
            PowercodeSandboxClient.API_KEY,
            LocalKey.OPERATOR.key(),
            contract.at("/customer/lastname").asText(),
            contract.at("/customer/email").asText(),
            contract.at("/customer/phone").asText(),
            "office@example.com",
            "stack_trace");
  }

  @Test
  void theAuditFileTellsTheOrdersWholeStory() {
    assertThat(audit)
        .allMatch(line -> line.matches("\\d{4}-\\d\\d-\\d\\dT\\S+Z " + order.orderref() + " .+"))
        .anyMatch(line -> line.contains("callback kind=NEW_ORDER"))
        .anyMatch(line -> line.contains("action=createTicket outcome=done"))
        .anyMatch(line -> line.endsWith("state=DONE"));
  }
}
