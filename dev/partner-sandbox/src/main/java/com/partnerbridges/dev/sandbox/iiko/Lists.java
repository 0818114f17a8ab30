package com.partnerbridges.dev.sandbox.iiko;

import com.partnerbridges.dev.sandbox.room.Answer;
import io.vertx.core.MultiMap;
import io.vertx.ext.web.RoutingContext;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** What a server lists. Each list is made while it is sent, from the records of one moment. */
final class Lists {

  Answer departments(IikoTenant tenant, RoutingContext call) {
    Stream<CorporateItem> all = tenant.books().hierarchy();
    return xml(
        tenant, call, IikoApi.DEPARTMENTS, "corporateItemDtoes", all.map(CorporateItem::xml));
  }

  Answer stores(IikoTenant tenant, RoutingContext call) {
    Stream<CorporateItem> all = tenant.books().allStores();
    return xml(tenant, call, IikoApi.STORES, "corporateItemDtoes", all.map(CorporateItem::xml));
  }

  Answer suppliers(IikoTenant tenant, RoutingContext call) {
    Stream<IikoSupplier> all = tenant.books().allSuppliers();
    return xml(tenant, call, IikoApi.SUPPLIERS, "employees", all.map(IikoSupplier::xml));
  }

  Answer search(IikoTenant tenant, RoutingContext call) {
    Map<String, String> wanted = new HashMap<>();
    call.queryParams().forEach(wanted::put);
    Stream<IikoSupplier> found =
        tenant.books().allSuppliers().filter(supplier -> supplier.matches(wanted));
    return xml(tenant, call, IikoApi.SEARCH, "employees", found.map(IikoSupplier::xml));
  }

  Answer invoices(IikoTenant tenant, RoutingContext call) {
    List<String> suppliers = call.queryParam("supplierId");
    Stream<IikoInvoice> all =
        period(tenant, call)
            .filter(invoice -> suppliers.isEmpty() || suppliers.contains(invoice.supplier()));
    return xml(tenant, call, IikoApi.INVOICES, "incomingInvoiceDtoes", all.map(IikoInvoice::xml));
  }

  Answer invoicesJson(IikoTenant tenant, RoutingContext call) {
    if (!"arrival".equals(call.queryParams().get("type"))) {
      throw new Refused(400, "type");
    }
    IikoSettings settings = tenant.settings();
    return new InvoiceJson(tenant.books().departmentByStore()::get)
        .answer(period(tenant, call), settings.jsonShape(), settings.oddity(IikoApi.INVOICES_JSON));
  }

  private static Stream<IikoInvoice> period(IikoTenant tenant, RoutingContext call) {
    MultiMap query = call.queryParams();
    return tenant.books().invoices(date(query, "from"), date(query, "to"));
  }

  private static LocalDate date(MultiMap query, String name) {
    try {
      return LocalDate.parse(query.contains(name) ? query.get(name) : "");
    } catch (DateTimeParseException none) {
      throw new Refused(400, "Неверная дата: " + name);
    }
  }

  private static Answer xml(
      IikoTenant tenant, RoutingContext call, String list, String root, Stream<String> items) {
    String server =
        "http://" + call.request().authority() + "/" + IikoRoom.NAME + "/" + tenant.name();
    return new XmlList(root, items).answer(tenant.settings().oddity(list), server);
  }
}
