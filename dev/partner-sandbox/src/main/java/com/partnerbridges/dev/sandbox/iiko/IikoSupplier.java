package com.partnerbridges.dev.sandbox.iiko;

import com.partnerbridges.dev.sandbox.room.Json;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;

/**
 * A supplier as iiko lists it, among its employees. All values are text, so that they can be wrong;
 * a null phone or address is written as {@code xsi:nil}, any other null not at all.
 */
public record IikoSupplier(
    String id,
    String code,
    String name,
    String phone,
    String cellPhone,
    String email,
    String address,
    String taxpayerIdNumber,
    String deleted,
    String supplier,
    String employee,
    String client,
    String representsStore) {

  /** In every record, in fields that nobody needs to keep. */
  public static final String PERSONAL = "sandbox-personal-canary";

  public static IikoSupplier of(String id, String code, String name) {
    return new IikoSupplier(
        id,
        code,
        name,
        "+7 495 555-01-00",
        null,
        null,
        null,
        "7700000000",
        "false",
        "true",
        "false",
        "false",
        "false");
  }

  public IikoSupplier with(String field, Object content) {
    return Json.with(this, field, content);
  }

  /** Whether each of the values that are asked for is contained in its field. */
  boolean matches(Map<String, String> wanted) {
    return contains(name, wanted.get("name"))
        && contains(code, wanted.get("code"))
        && contains(phone, wanted.get("phone"))
        && contains(cellPhone, wanted.get("cellPhone"))
        && contains(email, wanted.get("email"))
        && contains(address, wanted.get("address"))
        && contains(taxpayerIdNumber, wanted.get("taxpayerIdNumber"));
  }

  String xml() {
    return new Xml()
        .open("employee")
        .leaf("id", id)
        .leaf("code", code)
        .leaf("name", name)
        .leaf("login", PERSONAL)
        .nillable("phone", phone)
        .leaf("cellPhone", cellPhone)
        .nillable("mainRoleId", null)
        .leaf("birthday", "1970-01-01T00:00:00+03:00")
        .leaf("email", email)
        .nillable("address", address)
        .leaf("note", PERSONAL)
        .leaf("cardNumber", PERSONAL)
        .leaf("taxpayerIdNumber", taxpayerIdNumber)
        .leaf("snils", PERSONAL)
        .leaf("deleted", deleted)
        .leaf("supplier", supplier)
        .leaf("employee", employee)
        .leaf("client", client)
        .leaf("representsStore", representsStore)
        .close("employee")
        .toString();
  }

  private static boolean contains(String value, String wanted) {
    return wanted == null
        || Objects.requireNonNullElse(value, "")
            .toLowerCase(Locale.ROOT)
            .contains(wanted.toLowerCase(Locale.ROOT));
  }
}
