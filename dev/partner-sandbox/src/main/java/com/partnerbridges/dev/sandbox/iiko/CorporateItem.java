package com.partnerbridges.dev.sandbox.iiko;

import com.partnerbridges.dev.sandbox.room.Json;

/**
 * A member of the hierarchy: a department in the wide sense, or a store. A null is not written.
 *
 * @param type {@code CORPORATION}, {@code JURPERSON}, {@code DEPARTMENT}, {@code STORE} and others
 */
public record CorporateItem(
    String id, String parentId, String code, String name, String type, String taxpayerIdNumber) {
  public static final String DEPARTMENT = "DEPARTMENT";

  public static CorporateItem of(String id, String parentId, String type, String name) {
    return new CorporateItem(id, parentId, "", name, type, null);
  }

  public CorporateItem with(String field, Object content) {
    return Json.with(this, field, content);
  }

  String xml() {
    Xml xml =
        new Xml()
            .open("corporateItemDto")
            .leaf("id", id)
            .leaf("parentId", parentId)
            .leaf("code", code)
            .leaf("name", name)
            .leaf("type", type);
    if ("JURPERSON".equals(type)) {
      xml.open("jurPersonAdditionalPropertiesDto")
          .leaf("taxpayerId", taxpayerIdNumber)
          .close("jurPersonAdditionalPropertiesDto");
    } else {
      xml.leaf("taxpayerIdNumber", taxpayerIdNumber);
    }
    return xml.close("corporateItemDto").toString();
  }
}
