package com.partnerbridges.dev.sandbox.iiko;

import com.partnerbridges.dev.sandbox.room.Control;
import com.partnerbridges.dev.sandbox.room.TrafficControl;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.time.Duration;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.function.Function;

/** iiko's control routes: its servers, and for each of them its data, its moods and its clock. */
final class IikoControl {
  private static final String TENANT = "/tenants/:tenant";

  private final IikoTenants tenants;

  IikoControl(IikoTenants tenants) {
    this.tenants = tenants;
  }

  void mount(Router router) {
    router
        .get("/tenants")
        .handler(
            call -> Control.answer(call, tenants.all().stream().map(IikoSummary::of).toList()));
    new TrafficControl(this::tenant).mount(router, TENANT);
    records(router, IikoApi.DEPARTMENTS, CorporateItem.class, IikoBooks::departments);
    records(router, IikoApi.STORES, CorporateItem.class, IikoBooks::stores);
    records(router, IikoApi.SUPPLIERS, IikoSupplier.class, IikoBooks::suppliers);
    records(router, IikoApi.INVOICES, IikoInvoice.class, IikoBooks::invoices);
    router.put(TENANT + "/bulk").handler(this::bulk);
    router
        .post(TENANT + "/invoice-now")
        .handler(call -> Control.answer(call, tenant(call).invoiceNow()));
    router.get(TENANT + "/use").handler(call -> Control.answer(call, tenant(call).use()));
    router.put(TENANT + "/settings").handler(this::set);
    router.post(TENANT + "/clock").handler(this::advance);
    router.post(TENANT + "/restart").handler(this::restart);
  }

  private <T> void records(
      Router router, String kind, Class<T> type, Function<IikoBooks, Map<String, T>> records) {
    router
        .get(TENANT + "/" + kind)
        .handler(call -> Control.answer(call, records.apply(tenant(call).books())));
    router
        .put(TENANT + "/" + kind + "/:record")
        .handler(
            call -> {
              T record = Control.body(call, type);
              records.apply(tenant(call).books()).put(call.pathParam("record"), record);
              Control.done(call);
            });
    router
        .delete(TENANT + "/" + kind + "/:record")
        .handler(
            call -> {
              String key = call.pathParam("record");
              if (records.apply(tenant(call).books()).remove(key) == null) {
                throw new NoSuchElementException("No such record in " + kind + ": " + key);
              }
              Control.done(call);
            });
  }

  private void bulk(RoutingContext call) {
    IikoTenant tenant = tenant(call);
    IikoBulk bulk = Control.body(call, IikoBulk.class).asOf(tenant.today());
    tenant.books().bulk(bulk);
    Control.answer(call, bulk);
  }

  private void set(RoutingContext call) {
    tenant(call).change(Control.body(call, IikoSettings.class));
    Control.done(call);
  }

  private void advance(RoutingContext call) {
    tenant(call).clock().advance(Control.body(call, Advance.class).duration());
    Control.answer(call, tenant(call).use());
  }

  private void restart(RoutingContext call) {
    tenant(call).restart();
    Control.done(call);
  }

  private IikoTenant tenant(RoutingContext call) {
    return tenants.get(call.pathParam("tenant"));
  }

  /**
   * @param seconds that the server's clock goes on at once; back when negative
   */
  record Advance(long seconds) {
    Duration duration() {
      return Duration.ofSeconds(seconds);
    }
  }
}
