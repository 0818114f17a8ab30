package com.partnerbridges.dev.deploy.cloudrun;

import static org.assertj.core.api.Assertions.assertThat;

import com.partnerbridges.dev.deploy.DueTasks;
import com.partnerbridges.dev.deploy.Node;
import com.partnerbridges.dev.deploy.Repository;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class SchedulerTest {

  static List<String> services() {
    return Repository.services();
  }

  @ParameterizedTest
  @MethodSource("services")
  void everyTimedJobHasAnEntry(String service) {
    Set<String> tasks = DueTasks.of(service);

    Set<String> covered = new TreeSet<>();
    for (Node entry : entries(service)) {
      String job = entry.at("job").text();
      List<String> own = entry.at("covers").each().map(Node::text).toList();
      if (!job.equals(DueTasks.ALL)) {
        assertThat(own).as("what %s covers", job).containsExactly(job);
      }
      covered.addAll(own);
    }

    assertThat(covered).as("tasks that the entries say to cover").isEqualTo(tasks).isNotEmpty();
  }

  @ParameterizedTest
  @MethodSource("services")
  void aCallMayTakeAsLongAsTheServiceLetsIt(String service) {
    int timeout = Manifest.service(service).spec().at("timeoutSeconds").number();

    for (Node entry : entries(service)) {
      String deadline = entry.at("deadline").text();
      assertThat(deadline).matches("\\d+s");
      assertThat(Integer.parseInt(deadline.replace("s", ""))).isLessThan(timeout);
      assertThat(entry.at("schedule").text().split(" ")).hasSize(5);
    }
  }

  private static List<Node> entries(String service) {
    List<Node> entries =
        Repository.yaml(Manifest.folder(service).resolve("scheduler.yaml"))
            .at("entries")
            .each()
            .toList();
    assertThat(entries).isNotEmpty();
    return entries;
  }
}
