package com.partnerbridges.dev.deploy.cloudrun;

import static java.util.stream.Collectors.toMap;

import com.partnerbridges.dev.deploy.Node;
import com.partnerbridges.dev.deploy.Repository;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** A service, or its migration job, as Cloud Run is told of it. */
record Manifest(String text, Node root, Node spec) {

  static Manifest service(String service) {
    Path file = folder(service).resolve("service.yaml");
    Node root = Repository.yaml(file);
    return new Manifest(Repository.text(file), root, root.at("spec", "template", "spec"));
  }

  static Manifest migration(String service) {
    Path file = folder(service).resolve("migrate.yaml");
    Node root = Repository.yaml(file);
    return new Manifest(
        Repository.text(file), root, root.at("spec", "template", "spec", "template", "spec"));
  }

  static Path folder(String service) {
    return Repository.DEPLOY.resolve("cloud-run").resolve(service);
  }

  Node container() {
    return spec.at("containers", "0");
  }

  /** Environment variables by name. */
  Map<String, Node> variables() {
    return container()
        .at("env")
        .each()
        .collect(
            toMap(
                variable -> variable.at("name").text(),
                variable -> variable,
                (one, other) -> {
                  throw new AssertionError("set twice: " + one.path());
                },
                TreeMap::new));
  }

  String value(String variable) {
    return variables().get(variable).at("value").text();
  }

  /** An annotation of the revision. */
  String annotation(String name) {
    return root.at("spec", "template", "metadata", "annotations", name).text();
  }

  /** Secrets in variables. */
  Stream<String> variableSecrets() {
    return variables().values().stream()
        .map(variable -> variable.at("valueFrom", "secretKeyRef", "name"))
        .filter(Node::isThere)
        .map(Node::text);
  }

  Stream<Node> volumes() {
    return spec.at("volumes").each();
  }
}
