package com.partnerbridges.dev.sandbox.iiko;

import com.partnerbridges.dev.sandbox.room.Answer;
import com.partnerbridges.dev.sandbox.room.Endpoint;
import com.partnerbridges.dev.sandbox.room.Traffic;
import io.vertx.core.Future;
import io.vertx.core.Handler;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;

/** The API of every server: its calls, on the wire. */
final class IikoApi {
  static final String LOGIN = "login";
  static final String LOGOUT = "logout";
  static final String DEPARTMENTS = "departments";
  static final String STORES = "stores";
  static final String SUPPLIERS = "suppliers";
  static final String SEARCH = "search";
  static final String INVOICES = "invoices";
  static final String INVOICES_JSON = "invoices-json";

  static final List<String> LISTS =
      List.of(DEPARTMENTS, STORES, SUPPLIERS, SEARCH, INVOICES, INVOICES_JSON);
  static final List<String> OPERATIONS = operations();

  private static final String API = "/:tenant/resto/api";
  private static final String CONFLICT = "Документ уже изменён другим пользователем";

  private final IikoTenants tenants;

  IikoApi(IikoTenants tenants) {
    this.tenants = tenants;
  }

  void mount(Router router) {
    Doors doors = new Doors();
    Lists lists = new Lists();
    on(router, HttpMethod.POST, API + "/auth", LOGIN, doors::login);
    on(router, HttpMethod.GET, API + "/auth", LOGIN, doors::loginByQuery);
    on(router, HttpMethod.POST, API + "/logout", LOGOUT, doors::logout);
    on(router, HttpMethod.GET, API + "/logout", LOGOUT, doors::logout);
    get(router, API + "/corporation/departments", DEPARTMENTS, doors.open(lists::departments));
    get(router, API + "/corporation/stores", STORES, doors.open(lists::stores));
    get(router, API + "/suppliers", SUPPLIERS, doors.open(lists::suppliers));
    get(router, API + "/suppliers/search", SEARCH, doors.open(lists::search));
    get(router, API + "/documents/export/incomingInvoice", INVOICES, doors.open(lists::invoices));
    get(router, "/:tenant/api/invoices", INVOICES_JSON, doors.openToBearer(lists::invoicesJson));
    router.route("/:tenant/*").handler(handler(Traffic.OTHER, (tenant, call) -> wrongUrl()));
  }

  private void get(
      Router router,
      String path,
      String operation,
      BiFunction<IikoTenant, RoutingContext, Answer> answer) {
    on(router, HttpMethod.GET, path, operation, answer);
  }

  private void on(
      Router router,
      HttpMethod method,
      String path,
      String operation,
      BiFunction<IikoTenant, RoutingContext, Answer> answer) {
    router.route(method, path).handler(handler(operation, answer));
  }

  private Handler<RoutingContext> handler(
      String operation, BiFunction<IikoTenant, RoutingContext, Answer> answer) {
    return call ->
        tenants
            .find(call.pathParam("tenant"))
            .ifPresentOrElse(tenant -> handle(tenant, call, operation, answer), call::next);
  }

  private static void handle(
      IikoTenant tenant,
      RoutingContext call,
      String operation,
      BiFunction<IikoTenant, RoutingContext, Answer> answer) {
    tenant.requests().begin(call, operation);
    new Endpoint(
            tenant.traffic(),
            operation,
            one -> Future.succeededFuture(answered(tenant, one, answer)),
            status -> failure(tenant, status))
        .handle(call);
  }

  private static Answer answered(
      IikoTenant tenant,
      RoutingContext call,
      BiFunction<IikoTenant, RoutingContext, Answer> answer) {
    try {
      return answer.apply(tenant, call);
    } catch (Refused refused) {
      return text(refused.status(), refused.getMessage());
    }
  }

  /** The answer with a status that a fault asks for. */
  private static Answer failure(IikoTenant tenant, int status) {
    IikoSettings settings = tenant.settings();
    return switch (status) {
      case 301, 302, 303, 307, 308 ->
          text(status, "")
              .with(
                  Map.of(
                      "Location",
                      settings.location().isEmpty()
                          ? "/" + IikoRoom.NAME + "/" + tenant.name() + "/elsewhere"
                          : settings.location()));
      case 403 -> text(status, "Permission denied");
      case 409 -> text(status, CONFLICT);
      case 429, 503 ->
          settings.retryAfterSeconds() == 0
              ? text(status, "Busy")
              : text(status, "Busy")
                  .with(Map.of("Retry-After", String.valueOf(settings.retryAfterSeconds())));
      default -> text(status, "Set by the sandbox");
    };
  }

  private static Answer wrongUrl() {
    return Answer.text(404, "text/html", "<!doctype html><title>404</title><h1>Not found</h1>");
  }

  static Answer text(int status, String text) {
    return Answer.text(status, "text/plain;charset=utf-8", text);
  }

  private static List<String> operations() {
    List<String> all = new ArrayList<>(List.of(LOGIN, LOGOUT));
    all.addAll(LISTS);
    return List.copyOf(all);
  }
}
