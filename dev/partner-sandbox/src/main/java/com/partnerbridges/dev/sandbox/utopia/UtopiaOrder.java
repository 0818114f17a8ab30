package com.partnerbridges.dev.sandbox.utopia;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.partnerbridges.dev.sandbox.room.Json;
import java.util.Arrays;
import java.util.Map;

/**
 * An order as UTOPIA has it. Any field can be set, of any type, and any can be missing.
 *
 * @param contract what the look-up answers, in UTOPIA's field names
 */
public record UtopiaOrder(String orderref, ObjectNode contract) {

  public UtopiaOrder {
    if (orderref == null || orderref.isBlank()) {
      throw new IllegalArgumentException("orderref is required");
    }
    if (contract == null) {
      contract = Household.of(orderref).contract();
    }
  }

  /** One gigabit for a household of its own, always the same for the same reference. */
  public static UtopiaOrder usual(String orderref) {
    return new UtopiaOrder(orderref, null);
  }

  public UtopiaOrder name(String firstname, String lastname) {
    return with("/customer/firstname", firstname).with("/customer/lastname", lastname);
  }

  public UtopiaOrder email(String email) {
    return with("/customer/email", email);
  }

  public UtopiaOrder phone(String phone) {
    return with("/customer/phone", phone);
  }

  public UtopiaOrder address(String address, String apt, String city) {
    return with("/address/address", address).with("/address/apt", apt).with("/address/city", city);
  }

  /** As UTOPIA spells it: {@code Montana}, {@code UTAH}, {@code UT}. */
  public UtopiaOrder state(String spelling) {
    return with("/address/state", spelling);
  }

  /**
   * @param siteid text or a number
   */
  public UtopiaOrder siteid(Object siteid) {
    return with("/address/siteid", siteid);
  }

  public UtopiaOrder withoutSiteid() {
    return without("/address/siteid");
  }

  /** One of each. */
  public UtopiaOrder items(String... descriptions) {
    return with(
        "/orderitems",
        Arrays.stream(descriptions).map(description -> item(description, 1)).toList());
  }

  public UtopiaOrder withoutItems() {
    return without("/orderitems");
  }

  public UtopiaOrder withoutTerms() {
    return without("/termsagreement");
  }

  /**
   * @param pointer JSON pointer of a field, such as {@code /address/zip}; its object is there
   * @param value anything that JSON has
   */
  public UtopiaOrder with(String pointer, Object value) {
    ObjectNode changed = contract.deepCopy();
    parent(changed, pointer).set(name(pointer), Json.tree(Json.bytes(value)));
    return new UtopiaOrder(orderref, changed);
  }

  public UtopiaOrder without(String pointer) {
    ObjectNode changed = contract.deepCopy();
    parent(changed, pointer).remove(name(pointer));
    return new UtopiaOrder(orderref, changed);
  }

  static Map<String, Object> item(String description, int qty) {
    return Map.of("description", description, "qty", qty, "totalcost", "65.00");
  }

  private static ObjectNode parent(ObjectNode contract, String pointer) {
    if (contract.at(JsonPointer.compile(pointer).head()) instanceof ObjectNode parent) {
      return parent;
    }
    throw new IllegalArgumentException("No object has the field " + pointer);
  }

  private static String name(String pointer) {
    return JsonPointer.compile(pointer).last().getMatchingProperty();
  }
}
