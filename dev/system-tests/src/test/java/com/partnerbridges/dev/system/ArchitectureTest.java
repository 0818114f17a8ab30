package com.partnerbridges.dev.system;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The rules of the house. Every folder {@code *-service} of the project is held to them. */
class ArchitectureTest {

  private static final Path PROJECT = Path.of("../..").toAbsolutePath().normalize();
  private static final String SHARED = "com.partnerbridges.shared..";
  private static final String DEV = "com.partnerbridges.dev..";

  private static List<Path> services;
  private static JavaClasses shipped;

  @BeforeAll
  static void readWhatShips() throws IOException {
    try (Stream<Path> folders = Files.list(PROJECT)) {
      services = folders.filter(folder -> folder.toString().endsWith("-service")).toList();
    }
    List<Path> classes =
        Stream.concat(services.stream(), Stream.of(PROJECT.resolve("shared-lib")))
            .map(module -> module.resolve("target/classes"))
            .toList();
    shipped = new ClassFileImporter().importPaths(classes);
  }

  @Test
  void everyServiceWasRead() {
    assertThat(services).isNotEmpty();
    assertThat(services)
        .allSatisfy(service -> assertThat(shipped.containPackage(packageOf(service))).isTrue());
  }

  @Test
  void servicesDoNotKnowEachOther() {
    slices()
        .matching("com.partnerbridges.(*)..")
        .should()
        .notDependOnEachOther()
        .ignoreDependency(
            DescribedPredicate.alwaysTrue(), JavaClass.Predicates.resideInAPackage(SHARED))
        .check(shipped);
  }

  @Test
  void nothingThatShipsKnowsTheDevelopmentTools() {
    noClasses().should().dependOnClassesThat().resideInAPackage(DEV).check(shipped);
  }

  @Test
  void sharedLibKnowsNoService() {
    noClasses()
        .that()
        .resideInAPackage(SHARED)
        .should()
        .dependOnClassesThat(
            JavaClass.Predicates.resideInAPackage("com.partnerbridges..")
                .and(DescribedPredicate.not(JavaClass.Predicates.resideInAPackage(SHARED))))
        .check(shipped);
  }

  @Test
  void signaturesAndCredentialsNeedTheJdkOnly() {
    classes()
        .that()
        .resideInAnyPackage(
            "com.partnerbridges.shared.signature..", "com.partnerbridges.shared.credentials..")
        .should()
        .onlyDependOnClassesThat()
        .resideInAnyPackage(
            "java..",
            "javax.crypto..",
            "com.partnerbridges.shared.signature..",
            "com.partnerbridges.shared.credentials..")
        .check(shipped);
  }

  @Test
  void resourcesAskServicesOrRepositoriesNeverTheDatabase() {
    noClasses()
        .that()
        .haveSimpleNameEndingWith("Resource")
        .should()
        .dependOnClassesThat()
        .haveFullyQualifiedName("io.vertx.mutiny.sqlclient.Pool")
        .orShould()
        .dependOnClassesThat()
        .haveSimpleName("Database")
        .check(shipped);
  }

  @Test
  void gatewaysKnowNoDatabase() {
    noClasses()
        .that()
        .resideInAPackage("..gateway..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("io.vertx..sqlclient..", "io.vertx.pgclient..", "java.sql..")
        .check(shipped);
  }

  @Test
  void onlyTheGatewayCallsPartners() {
    noClasses()
        .that()
        .resideOutsideOfPackages("..gateway..", SHARED)
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("java.net.http..", "io.vertx..web.client..")
        .orShould()
        .dependOnClassesThat()
        .haveNameMatching("io\\.vertx\\..*http\\.HttpClient.*|.*\\.PartnerHttp")
        .check(shipped);
  }

  @Test
  void timeComesFromTheClock() {
    noClasses()
        .that()
        .resideOutsideOfPackage(SHARED)
        .should()
        .callMethod(java.time.Instant.class, "now")
        .orShould()
        .callMethod(System.class, "currentTimeMillis")
        .check(shipped);
  }

  /** Else Quarkus gives up in the middle of a Uni when a client hangs up. */
  @Test
  void whatIsBegunForAClientIsFinishedWithoutIt() {
    methods()
        .that()
        .areAnnotatedWith("jakarta.ws.rs.POST")
        .or()
        .areAnnotatedWith("jakarta.ws.rs.PUT")
        .or()
        .areAnnotatedWith("jakarta.ws.rs.DELETE")
        .and()
        .haveRawReturnType("io.smallrye.mutiny.Uni")
        .should()
        .beAnnotatedWith("org.jboss.resteasy.reactive.server.Cancellable")
        .check(shipped);
  }

  @Test
  void packagesOfAServiceHaveNoCycles() {
    for (Path service : services) {
      slices().matching(packageOf(service) + ".(*)..").should().beFreeOfCycles().check(shipped);
    }
  }

  private static String packageOf(Path service) {
    String name = service.getFileName().toString();
    return "com.partnerbridges." + name.substring(0, name.indexOf('-'));
  }
}
