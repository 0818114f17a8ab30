package com.partnerbridges.dev.sandbox.utopia;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.partnerbridges.dev.sandbox.room.Json;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.UUID;

/**
 * Who orders, made up from the order's reference, so that different orders are of different people
 * at different addresses.
 */
record Household(String firstname, String lastname, String phone, String address, String siteid) {
  private static final List<String> FIRST_NAMES =
      List.of("Ada", "Ben", "Cleo", "Dan", "Eve", "Finn", "Gwen", "Hank");
  private static final List<String> SYLLABLES =
      List.of("bar", "den", "fol", "gar", "hol", "kin", "lor", "mar", "nel", "ros", "tan", "wil");
  private static final List<String> STREETS =
      List.of("N MAIN ST", "S STATE ST", "W CENTER ST", "E 400 S", "N 1200 E");

  static Household of(String orderref) {
    long site =
        UUID.nameUUIDFromBytes(orderref.getBytes(StandardCharsets.UTF_8)).getMostSignificantBits()
            >>> 20;
    Random choice = new Random(site);
    String lastname = pick(SYLLABLES, choice) + pick(SYLLABLES, choice) + pick(SYLLABLES, choice);
    return new Household(
        pick(FIRST_NAMES, choice),
        lastname.substring(0, 1).toUpperCase(Locale.ROOT) + lastname.substring(1),
        "801555%04d".formatted(choice.nextInt(10_000)),
        (100 + choice.nextInt(9900)) + " " + pick(STREETS, choice),
        String.valueOf(site));
  }

  /** What the look-up answers for an order of theirs. */
  ObjectNode contract() {
    Map<String, Object> customer = new LinkedHashMap<>();
    customer.put("firstname", firstname);
    customer.put("lastname", lastname);
    customer.put("email", (firstname + "." + lastname + "@example.com").toLowerCase(Locale.ROOT));
    customer.put("phone", phone);
    Map<String, Object> place = new LinkedHashMap<>();
    place.put("address", address);
    place.put("apt", "");
    place.put("city", "OREM");
    place.put("state", "UT");
    place.put("zip", "84057");
    place.put("siteid", siteid);
    Map<String, Object> contract = new LinkedHashMap<>();
    contract.put("customer", customer);
    contract.put("address", place);
    contract.put("orderitems", List.of(UtopiaOrder.item("1 Gbps", 1)));
    contract.put("termsagreement", Map.of("sp_terms_agree_date", "2025-11-03 14:22:10"));
    contract.put("status", "New");
    contract.put("ordersource", "Online");
    return (ObjectNode) Json.tree(Json.bytes(contract));
  }

  private static String pick(List<String> some, Random choice) {
    return some.get(choice.nextInt(some.size()));
  }
}
