package com.partnerbridges.iiko.sync;

import com.partnerbridges.iiko.gateway.CorporateItem;

/** Nodes of iiko's hierarchy. */
final class CorporateItems {

  static final Kept<CorporateItem, CorporateItem> DEPARTMENTS = list(Target.DEPARTMENTS, "'D', ");
  static final Kept<CorporateItem, CorporateItem> STORES = list(Target.STORES, "'S', ");

  private CorporateItems() {}

  private static Kept<CorporateItem, CorporateItem> list(Target target, String source) {
    Columns<CorporateItem> columns =
        new Columns<CorporateItem>()
            .with("iiko_id", "text", CorporateItem::id)
            .with("parent_id", "text", CorporateItem::parentId)
            .with("code", "text", CorporateItem::code)
            .with("name", "text", CorporateItem::name)
            .with("type", "text", CorporateItem::type)
            .with("taxpayer_id", "text", CorporateItem::taxpayerId);
    return new ListRecords<>(
        target, "source, ", source, columns, CorporateItem::id, CorporateItems::fit);
  }

  private static CorporateItem fit(CorporateItem it) {
    return new CorporateItem(
        Fit.id("its id", it.id()),
        Fit.id("its parent's id", it.parentId()),
        Fit.words("its code", it.code()),
        Fit.words("its name", it.name()),
        Fit.words("its type", it.type()),
        Fit.words("its taxpayer id", it.taxpayerId()));
  }
}
