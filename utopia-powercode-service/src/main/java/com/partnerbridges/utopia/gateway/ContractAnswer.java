package com.partnerbridges.utopia.gateway;

import com.fasterxml.jackson.databind.JsonNode;
import com.partnerbridges.shared.partner.PartnerText;
import com.partnerbridges.utopia.gateway.Contract.Item;
import java.util.List;
import java.util.stream.StreamSupport;

/** Reads a contract from UTOPIA's look-up, which tells numbers as text and texts as numbers. */
final class ContractAnswer {

  private static final int MOST_ITEMS = 100;

  private ContractAnswer() {}

  /** Whether there is anything of a contract, and no list that cannot be meant. */
  static boolean isOne(JsonNode answer) {
    return (answer.path("customer").isObject() || answer.path("address").isObject())
        && answer.path("orderitems").size() <= MOST_ITEMS;
  }

  static Contract read(JsonNode answer) {
    JsonNode customer = answer.path("customer");
    JsonNode address = answer.path("address");
    return new Contract(
        PartnerText.line(customer.path("firstname")),
        PartnerText.line(customer.path("lastname")),
        PartnerText.line(customer.path("email")),
        PartnerText.line(customer.path("phone")),
        PartnerText.line(address.path("address")),
        PartnerText.line(address.path("apt")),
        PartnerText.line(address.path("city")),
        PartnerText.line(address.path("state")),
        PartnerText.line(address.path("zip")),
        PartnerText.line(address.path("siteid")),
        items(answer.path("orderitems")),
        PartnerText.line(answer.path("termsagreement").path("sp_terms_agree_date")),
        PartnerText.line(answer.path("status")),
        PartnerText.line(answer.path("ordersource")));
  }

  /** An item whose description is missing stays one, so that nobody takes the order for less. */
  private static List<Item> items(JsonNode items) {
    return StreamSupport.stream(items.spliterator(), false)
        .map(item -> new Item(PartnerText.line(item.path("description"))))
        .toList();
  }
}
