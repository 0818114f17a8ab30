package com.partnerbridges.iiko.console;

import com.partnerbridges.iiko.access.AccountRole;
import com.partnerbridges.iiko.console.ConsoleRepository.Known;
import com.partnerbridges.iiko.run.RunRepository;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Writes the pieces of the page. Whatever stands in a value is text: the templates escape it. */
@ApplicationScoped
class ConsoleService {

  private static final int MOST_ACCOUNTS = 500;
  private static final int LATEST_RUNS = 10;
  private static final Known NEVER_CONNECTED = new Known("DISCONNECTED", null);

  private final ConsoleRepository console;
  private final RunRepository runs;

  ConsoleService(ConsoleRepository console, RunRepository runs) {
    this.console = console;
    this.runs = runs;
  }

  Uni<String> accounts(Map<String, AccountRole> roles) {
    List<String> ids = roles.keySet().stream().sorted().limit(MOST_ACCOUNTS).toList();
    return console
        .connections(ids)
        .map(
            known ->
                ids.stream()
                    .map(id -> line(id, roles.get(id), known.getOrDefault(id, NEVER_CONNECTED)))
                    .toList())
        .flatMap(lines -> Templates.accounts(lines).createUni());
  }

  private static AccountLine line(String id, AccountRole role, Known known) {
    return new AccountLine(id, role.name().toLowerCase(Locale.ROOT), known.state(), known.error());
  }

  Uni<String> account(String id, AccountRole role) {
    return Uni.combine()
        .all()
        .unis(
            console.connection(id),
            console.entities(id),
            runs.latest(id, LATEST_RUNS),
            console.errors(id))
        .with(
            (connection, entities, latest, errors) ->
                new AccountFragment(
                    id, role == AccountRole.ADMIN, connection, entities, latest, errors))
        .flatMap(account -> Templates.account(account).createUni());
  }

  @CheckedTemplate(basePath = "console")
  static class Templates {
    static native TemplateInstance accounts(List<AccountLine> accounts);

    static native TemplateInstance account(AccountFragment account);
  }
}
