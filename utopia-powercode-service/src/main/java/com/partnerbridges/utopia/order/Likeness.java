package com.partnerbridges.utopia.order;

import com.partnerbridges.utopia.gateway.Contract;
import com.partnerbridges.utopia.gateway.PowercodeGateway.Customer;
import com.partnerbridges.utopia.gateway.PowercodeGateway.Listed;
import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;

/** Whether two spellings mean the same person, or the same house. */
final class Likeness {

  /** Words that one side shortens and the other does not. */
  private static final Map<String, String> SHORT =
      Map.ofEntries(
          Map.entry("street", "st"),
          Map.entry("avenue", "ave"),
          Map.entry("road", "rd"),
          Map.entry("drive", "dr"),
          Map.entry("lane", "ln"),
          Map.entry("court", "ct"),
          Map.entry("circle", "cir"),
          Map.entry("place", "pl"),
          Map.entry("boulevard", "blvd"),
          Map.entry("parkway", "pkwy"),
          Map.entry("highway", "hwy"),
          Map.entry("terrace", "ter"),
          Map.entry("north", "n"),
          Map.entry("south", "s"),
          Map.entry("east", "e"),
          Map.entry("west", "w"),
          Map.entry("saint", "st"));

  /** What stands before the number of a flat, on one side only. */
  private static final Set<String> FLAT = Set.of("apt", "apartment", "unit", "suite", "ste");

  private Likeness() {}

  /** Whether the customer that PowerCode has for the site is the one who ordered. */
  static boolean isSamePerson(Contract contract, Customer customer) {
    List<String> ordered = words(contract.firstName(), contract.lastName());
    List<String> known = words(customer.firstName(), customer.lastName());
    return !ordered.isEmpty()
        && Set.copyOf(ordered)
            .equals(Set.copyOf(known.isEmpty() ? words(customer.companyName()) : known));
  }

  /** Whether a customer of the same name lives where the order goes. */
  static boolean isSameHouse(Contract contract, Listed listed) {
    List<String> house = words(contract.street());
    List<String> known = words(listed.street());
    return !house.isEmpty()
        && (known.equals(house) || known.equals(words(contract.street(), contract.apt())))
        && words(contract.city()).equals(words(listed.city()));
  }

  /** Without regard to case, accents, punctuation and the usual abbreviations. */
  private static List<String> words(String... texts) {
    return Stream.of(texts)
        .filter(Objects::nonNull)
        .map(text -> Normalizer.normalize(text, Normalizer.Form.NFD).replaceAll("\\p{M}", ""))
        .flatMap(text -> Stream.of(text.toLowerCase(Locale.ROOT).split("[^\\p{L}\\p{N}]+")))
        .filter(word -> !word.isEmpty() && !FLAT.contains(word))
        .map(word -> SHORT.getOrDefault(word, word))
        .toList();
  }
}
