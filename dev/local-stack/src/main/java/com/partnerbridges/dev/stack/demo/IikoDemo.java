package com.partnerbridges.dev.stack.demo;

import com.partnerbridges.dev.sandbox.idp.IdpSandboxClient;
import com.partnerbridges.dev.sandbox.iiko.CorporateItem;
import com.partnerbridges.dev.sandbox.iiko.IikoInvoice;
import com.partnerbridges.dev.sandbox.iiko.IikoItem;
import com.partnerbridges.dev.sandbox.iiko.IikoSandboxClient;
import com.partnerbridges.dev.stack.LocalStack;
import java.net.URI;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** An account connects its server, and sees what is there; then only what has changed. */
final class IikoDemo {
  private static final String IIKO = "iiko";
  private static final String WITHOUT_CHANGE = "nothing";

  /** What the second run finds, of the changes below. */
  private static final List<String> DIFFERENCE =
      List.of(
          "restaurants: 1 updated",
          "stores: " + WITHOUT_CHANGE,
          "suppliers: 1 gone",
          "invoices: 1 created, 1 updated");

  private final String account = "cafe-" + UUID.randomUUID().toString().substring(0, 8);
  private final IikoSandboxClient iiko;
  private final Restaurateur restaurateur;

  IikoDemo(LocalStack stack) {
    URI sandbox = stack.sandbox().url();
    iiko = new IikoSandboxClient(sandbox, account);
    String token =
        new IdpSandboxClient(sandbox).token("owner@example.com", Map.of(account, "admin"));
    restaurateur =
        new Restaurateur(stack.services("iiko-sync-service").get(0).url(), account, token);
  }

  void play() {
    everything();
    onlyTheDifference();
    Story.begin("iiko-sync-service: the account disconnects");
    restaurateur.disconnect();
    Story.step("account", "its password is wiped here, what was synced stays");
    Story.state(IIKO, "licence slots held", String.valueOf(iiko.use().slotsHeld()));
    Story.require("0 held, 0 at the same time", slots());
  }

  private void everything() {
    Story.begin("iiko-sync-service: an account connects its iiko server");
    // the first word about a server makes it
    iiko.reset();
    restaurateur.connect(iiko);
    Story.step("account", account + " has a token, and connects " + iiko.baseUrl());
    Restaurateur.Run run = ended(restaurateur.firstRun());
    for (Restaurateur.Part part : run.parts()) {
      Story.step(
          part.entity(),
          "%d here; %d seen, %s"
              .formatted(restaurateur.count(part.entity()), part.seen(), words(part)));
    }
    Story.step("", "restaurants are the DEPARTMENTs of a hierarchy that is seen as a whole");
  }

  private void onlyTheDifference() {
    Story.begin("iiko-sync-service: some of it changes");
    IikoInvoice corrected = correctInvoice();
    IikoInvoice added = iiko.newInvoice();
    Story.step(IIKO, "a new invoice, " + added.incomingDocumentNumber());
    renameRestaurant();
    removeSupplier();
    Restaurateur.Run run = ended(restaurateur.syncAll());
    List<String> difference =
        run.parts().stream().map(part -> part.entity() + ": " + words(part)).toList();
    run.parts().forEach(part -> Story.step(part.entity(), words(part)));
    Story.require(DIFFERENCE.toString(), difference.toString());
    String comment = restaurateur.invoice(corrected.id()).path("comment").asText();
    Story.state("invoice", corrected.incomingDocumentNumber() + " says here", comment);
    Story.require(corrected.comment(), comment);
  }

  private Restaurateur.Run ended(Restaurateur.Run begun) {
    Restaurateur.Run run = restaurateur.awaitEnd(begun);
    Story.state("run", String.valueOf(run.id()), (run.state() + " " + run.error()).strip());
    Story.require("SUCCEEDED", run.state());
    return run;
  }

  private IikoInvoice correctInvoice() {
    IikoInvoice latest =
        iiko.invoices().values().stream()
            .max(Comparator.comparing(IikoInvoice::dateIncoming))
            .orElseThrow();
    List<IikoItem> items = new ArrayList<>(latest.items());
    items.set(0, items.get(0).with("sum", "228.16"));
    IikoInvoice corrected = latest.with("comment", "Исправлено").with("items", items);
    iiko.putInvoice(latest.id(), corrected);
    Story.step(
        IIKO, "invoice " + latest.incomingDocumentNumber() + " gets a comment and another sum");
    return corrected;
  }

  private void renameRestaurant() {
    CorporateItem restaurant =
        first(iiko.departments().values().stream(), one -> one.type().equals("DEPARTMENT"));
    iiko.putDepartment(restaurant.id(), restaurant.with("name", "Ресторан Новый"));
    Story.step(IIKO, restaurant.name() + " gets another name");
  }

  private void removeSupplier() {
    String key = iiko.suppliers().keySet().iterator().next();
    Story.step(IIKO, iiko.suppliers().get(key).name() + " is removed from the suppliers");
    iiko.remove(IikoSandboxClient.SUPPLIERS, key);
  }

  private String slots() {
    return "%d held, %d at the same time"
        .formatted(iiko.use().slotsHeld(), iiko.use().concurrent());
  }

  private static String words(Restaurateur.Part part) {
    List<String> words =
        Stream.of(
                word(part.created(), "created"),
                word(part.updated(), "updated"),
                word(part.gone(), "gone"),
                word(part.failed(), "failed"))
            .filter(Predicate.not(String::isEmpty))
            .toList();
    return words.isEmpty() ? WITHOUT_CHANGE : String.join(", ", words);
  }

  private static String word(long number, String what) {
    return number == 0 ? "" : number + " " + what;
  }

  private static <T> T first(Stream<T> some, Predicate<T> wanted) {
    return some.filter(wanted).findFirst().orElseThrow();
  }
}
