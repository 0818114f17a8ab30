package com.partnerbridges.dev.sandbox.powercode;

import com.partnerbridges.dev.sandbox.room.BoundedMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;

/** Customers with what they have, the oldest ones forgotten first. */
final class PowercodeBooks {
  private static final int KEPT = 20_000;

  private final BoundedMap<String, PowercodeAccount> accounts = new BoundedMap<>(KEPT);
  private final BoundedMap<String, PowercodeTicket> tickets = new BoundedMap<>(KEPT);
  private final BoundedMap<String, String> idsByExtAccount = new BoundedMap<>(KEPT);
  private long lastCustomer = 1000;
  private long lastTicket = 5000;

  /** A new account each time, whatever is there already: PowerCode does not compare. */
  PowercodeCustomer create(Map<String, String> fields) {
    PowercodeCustomer customer =
        new PowercodeCustomer(String.valueOf(++lastCustomer), Map.of("status", "Active"))
            .with(fields);
    accounts.put(customer.customerId(), PowercodeAccount.of(customer));
    index(customer);
    return customer;
  }

  Optional<PowercodeAccount> find(String customerId) {
    return Optional.ofNullable(accounts.get(customerId));
  }

  PowercodeAccount get(String customerId) {
    return find(customerId)
        .orElseThrow(() -> new NoSuchElementException("No customer " + customerId));
  }

  /** The first one, when several were created for it. */
  Optional<PowercodeAccount> findByExtAccount(String extAccountId) {
    return Optional.ofNullable(idsByExtAccount.get(extAccountId))
        .flatMap(this::find)
        .filter(account -> account.customer().extAccountID().equals(extAccountId));
  }

  /** Each of them, newest first. */
  List<PowercodeAccount> allOf(String extAccountId) {
    return newest(KEPT).stream()
        .filter(account -> account.customer().extAccountID().equals(extAccountId))
        .toList();
  }

  /** Customers in whose name and address all words appear. */
  List<PowercodeCustomer> search(String words, int limit) {
    List<String> wanted = List.of(words.toLowerCase(Locale.ROOT).trim().split("\\s+"));
    return accounts.values().stream()
        .map(PowercodeAccount::customer)
        .filter(customer -> wanted.stream().allMatch(text(customer)::contains))
        .limit(limit)
        .toList();
  }

  void update(String customerId, Map<String, String> fields) {
    PowercodeAccount account = get(customerId);
    PowercodeCustomer changed = account.customer().with(fields);
    accounts.put(customerId, account.with(changed));
    index(changed);
  }

  void addService(String customerId, PowercodeService service) {
    accounts.put(customerId, get(customerId).plus(service));
  }

  PowercodeTicket addTicket(String customerId, Map<String, String> fields) {
    PowercodeTicket ticket = new PowercodeTicket(String.valueOf(++lastTicket), customerId, fields);
    accounts.put(customerId, get(customerId).plus(ticket));
    tickets.put(ticket.ticketId(), ticket);
    return ticket;
  }

  PowercodeTicket ticket(String ticketId) {
    return Optional.ofNullable(tickets.get(ticketId))
        .orElseThrow(() -> new NoSuchElementException("No ticket " + ticketId));
  }

  void addTag(String customerId, String tag) {
    PowercodeAccount account = get(customerId);
    if (!account.tags().contains(tag)) {
      accounts.put(customerId, account.plus(tag));
    }
  }

  List<PowercodeAccount> newest(int limit) {
    return accounts.newest(limit);
  }

  List<PowercodeTicket> newestTickets(int limit) {
    return tickets.newest(limit);
  }

  int size() {
    return accounts.size();
  }

  /** Ids go on, so that nobody takes a new customer for an old one. */
  void clear() {
    accounts.clear();
    tickets.clear();
    idsByExtAccount.clear();
  }

  private void index(PowercodeCustomer customer) {
    if (!customer.extAccountID().isEmpty()) {
      idsByExtAccount.putIfAbsent(customer.extAccountID(), customer.customerId());
    }
  }

  private static String text(PowercodeCustomer customer) {
    return String.join(
            " ",
            customer.companyName(),
            customer.field("firstName"),
            customer.field("lastName"),
            customer.field("physicalStreet"),
            customer.field("physicalCity"))
        .toLowerCase(Locale.ROOT);
  }
}
