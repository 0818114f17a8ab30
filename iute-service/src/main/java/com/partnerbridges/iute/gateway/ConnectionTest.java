package com.partnerbridges.iute.gateway;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.stream.StreamSupport;

/** Whether Iute accepts our token, and whom it takes us for. */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ConnectionTest(
    boolean connected, String partnerId, String posId, List<String> products, String problem) {

  static ConnectionTest of(int status, JsonNode body) {
    if (status >= 300 || !body.isObject()) {
      return failed("HTTP " + status + " without Iute's answer");
    }
    List<String> products =
        StreamSupport.stream(body.path("products").spliterator(), false)
            .limit(100)
            .map(product -> product.isObject() ? product.path("name") : product)
            .map(product -> IuteReply.clean(product.asText()))
            .toList();
    return new ConnectionTest(
        true,
        IuteReply.clean(body.path("partnerId").asText("")),
        IuteReply.clean(body.path("posId").asText("")),
        products,
        null);
  }

  static ConnectionTest failed(String why) {
    return new ConnectionTest(false, null, null, null, why);
  }
}
