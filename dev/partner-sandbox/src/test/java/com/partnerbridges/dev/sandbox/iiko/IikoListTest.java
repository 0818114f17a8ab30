package com.partnerbridges.dev.sandbox.iiko;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import com.partnerbridges.dev.sandbox.room.ControlHttp;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.NoSuchElementException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

class IikoListTest extends IikoRig {
  private static final String DEPARTMENTS = "/resto/api/corporation/departments";
  private static final String STORES = "/resto/api/corporation/stores";
  private static final String SUPPLIERS = "/resto/api/suppliers";
  private String token;

  @BeforeEach
  void logIn() throws Exception {
    token = iiko.login();
  }

  @Test
  void departmentsAreTheWholeHierarchyDownToTheStores() throws Exception {
    List<Element> items =
        items(iiko.xml(DEPARTMENTS + "?revisionFrom=-1", token), "corporateItemDtoes");

    assertThat(items).hasSize(control.departments().size() + control.stores().size());
    assertThat(items)
        .extracting(item -> text(item, "type"))
        .contains(
            "CORPORATION",
            "JURPERSON",
            "ORGDEVELOPMENT",
            "DEPARTMENT",
            "MANUFACTURE",
            "CENTRALSTORE",
            "CENTRALOFFICE",
            "SALEPOINT",
            "STORE");
    assertThat(items)
        .filteredOn(item -> text(item, "type").equals("JURPERSON"))
        .allMatch(
            item -> child(child(item, "jurPersonAdditionalPropertiesDto"), "taxpayerId") != null);
    assertThat(items).filteredOn(item -> child(item, "parentId") == null).hasSize(1);
  }

  @Test
  void storesLeadToTheirDepartmentUpTheHierarchyOrToNone() throws Exception {
    List<Element> items = items(iiko.xml(STORES, token), "corporateItemDtoes");

    assertThat(items)
        .hasSize(control.stores().size())
        .allMatch(item -> text(item, "type").equals("STORE"))
        .allMatch(item -> control.departments().containsKey(text(item, "parentId")));
    assertThat(items)
        .extracting(item -> control.departments().get(text(item, "parentId")).type())
        .contains("DEPARTMENT", "SALEPOINT", "MANUFACTURE", "CENTRALSTORE");
  }

  @Test
  void suppliersAreEmployeesWithAFlagOfTheSameName() throws Exception {
    List<Element> items = items(iiko.xml(SUPPLIERS, token), "employees");

    assertThat(items)
        .hasSize(control.suppliers().size())
        .allMatch(item -> item.getTagName().equals("employee"))
        .allMatch(item -> text(item, "employee").matches("true|false"))
        .allMatch(item -> text(item, "note").equals(IikoSupplier.PERSONAL))
        .anyMatch(item -> text(item, "deleted").equals("true"))
        .anyMatch(item -> isNil(child(item, "phone")))
        .anyMatch(item -> !isNil(child(item, "phone")));
  }

  @ParameterizedTest
  @CsvSource({
    "name=молоч, 1",
    "name=ООО, 2",
    "name=ООО&code=4, 1",
    "code=9, 0",
    "name=Fish & Co, 1"
  })
  void searchFindsWhatContainsTheText(String query, int found) throws Exception {
    String encoded = query.replace(" & ", "%20%26%20");
    String path = SUPPLIERS + "/search?" + nonAscii(encoded);

    assertThat(items(iiko.xml(path, token), "employees")).hasSize(found);
  }

  @Test
  void recordsAreAddedChangedAndRemoved() throws Exception {
    String gone = control.suppliers().keySet().iterator().next();
    control.remove(IikoSandboxClient.SUPPLIERS, gone);
    control.putSupplier("new", IikoSupplier.of("new", "77", "<Новый> & сын"));
    String store = control.stores().keySet().iterator().next();
    control.putStore(store, control.stores().get(store).with("name", "Renamed"));
    control.putDepartment("d", CorporateItem.of("d", null, CorporateItem.DEPARTMENT, "Extra"));

    assertThat(items(iiko.xml(SUPPLIERS, token), "employees"))
        .extracting(item -> text(item, "id"), item -> text(item, "name"))
        .contains(tuple("new", "<Новый> & сын"))
        .noneMatch(one -> one.toList().contains(gone));
    assertThat(items(iiko.xml(STORES, token), "corporateItemDtoes"))
        .anyMatch(item -> text(item, "name").equals("Renamed"));
    assertThat(items(iiko.xml(DEPARTMENTS, token), "corporateItemDtoes"))
        .anyMatch(item -> text(item, "name").equals("Extra"));
  }

  @Test
  void recordMayComeWithoutAnIdOrWithThatOfAnother() throws Exception {
    control.putSupplier("nameless", IikoSupplier.of(null, "1", "No id"));
    control.putSupplier("one", IikoSupplier.of("same", "1", "One"));
    control.putSupplier("two", IikoSupplier.of("same", "1", "Two"));

    List<Element> items = items(iiko.xml(SUPPLIERS, token), "employees");

    assertThat(items).filteredOn(item -> child(item, "id") == null).hasSize(1);
    assertThat(items)
        .filteredOn(item -> child(item, "id") != null && text(item, "id").equals("same"))
        .hasSize(2);
  }

  @Test
  void removingWhatIsNotThereIsAMistake() {
    assertThatThrownBy(() -> control.remove(IikoSandboxClient.STORES, "none"))
        .isInstanceOf(NoSuchElementException.class);
  }

  @Test
  void wrongUrlIsHtml() throws Exception {
    HttpResponse<String> answer = iiko.get("/resto/api/v2/entities/none", token);

    assertThat(answer.statusCode()).isEqualTo(404);
    assertThat(answer.headers().firstValue("content-type")).contains("text/html");
    assertThat(control.counter("other").calls()).isEqualTo(1);
  }

  static List<Element> items(Document document, String root) {
    assertThat(document.getDocumentElement().getTagName()).isEqualTo(root);
    return children(document.getDocumentElement());
  }

  static List<Element> children(Element parent) {
    List<Element> children = new ArrayList<>();
    for (Node node = parent.getFirstChild(); node != null; node = node.getNextSibling()) {
      if (node instanceof Element element) {
        children.add(element);
      }
    }
    return children;
  }

  /** Null when there is none. */
  static Element child(Element parent, String tag) {
    return children(parent).stream()
        .filter(one -> one.getTagName().equals(tag))
        .findFirst()
        .orElse(null);
  }

  static String text(Element parent, String tag) {
    return child(parent, tag).getTextContent();
  }

  private static boolean isNil(Element element) {
    return element
        .getAttributeNS("http://www.w3.org/2001/XMLSchema-instance", "nil")
        .equals("true");
  }

  private static String nonAscii(String query) {
    StringBuilder encoded = new StringBuilder();
    query
        .chars()
        .forEach(
            one ->
                encoded.append(
                    one < 128
                        ? Character.toString(one)
                        : ControlHttp.encoded(Character.toString(one))));
    return encoded.toString();
  }
}
