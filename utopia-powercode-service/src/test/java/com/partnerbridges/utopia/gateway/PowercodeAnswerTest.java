package com.partnerbridges.utopia.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import com.partnerbridges.shared.edge.Secret;
import com.partnerbridges.shared.partner.PartnerCalls.Answer;
import com.partnerbridges.shared.partner.PartnerText;
import com.partnerbridges.utopia.gateway.Outcome.Done;
import com.partnerbridges.utopia.gateway.Outcome.Failed;
import com.partnerbridges.utopia.gateway.Outcome.Refused;
import com.partnerbridges.utopia.gateway.PowercodeGateway.Listed;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PowercodeAnswerTest {

  private static final String FOUND =
      "{'statusCode':0,'customer':{'CustomerID':'12','firstName':'Ada','extAccountID':%s}}";

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "null",
        "7",
        "[]",
        "[{'statusCode':0}]",
        "{}",
        "{'message':'Success'}",
        "{'statusCode':null}",
        "{'statusCode':true}",
        "{'statusCode':'ok'}",
        "{'statusCode':''}",
        "{'statusCode':0.5}",
        "{'statusCode':[0]}",
        "{'statusCode':99999999999999999999}",
        "{'statusCode':0",
        "Fatal error: out of memory"
      })
  void whatIsNoEnvelopeIsUnclear(String body) {
    assertThat(answer(200, body).classic(done -> new Done<>("done"))).isInstanceOf(Failed.class);
    assertThat(answer(200, body).made("ticketID")).isInstanceOf(Failed.class);
    assertThat(answer(200, body).uapi()).isInstanceOf(Failed.class);
  }

  @ParameterizedTest
  @ValueSource(ints = {201, 204, 302, 400, 404, 408, 409, 422})
  void classicApiAnswersWith200OrNotAtAll(int status) {
    assertThat(answer(status, "{'statusCode':0,'ticketID':1}").made("ticketID"))
        .isEqualTo(Outcomes.unclear("HTTP " + status));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{'statusCode':0} | done",
        "{'StatusCode':'0'} | done",
        "{'statusCode':23,'Message':'no'} | refused 23 no",
        "{'statusCode':'-1'} | refused -1 without a message",
        "{'statusCode':5,'message':{'a':1}} | refused 5 without a message"
      })
  void zeroIsSuccessAndEveryOtherNumberARefusal(String body, String meaning) {
    Outcome<String> outcome = answer(200, body).classic(success -> new Done<>("done"));

    assertThat(
            outcome instanceof Refused<String> no
                ? "refused " + no.code() + " " + no.message()
                : ((Done<String>) outcome).value())
        .isEqualTo(meaning);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{'statusCode':0,'ticketID':5001} | 5001",
        "{'statusCode':0,'TicketId':' 5001 '} | 5001",
        "{'statusCode':0,'ticketid':'A-7'} | A-7"
      })
  void idIsTextWhateverItsTypeAndCase(String body, String id) {
    assertThat(answer(200, body).made("ticketID")).isEqualTo(new Done<>(id));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{'statusCode':0}",
        "{'statusCode':0,'ticketID':null}",
        "{'statusCode':0,'ticketID':''}",
        "{'statusCode':0,'ticketID':0}",
        "{'statusCode':0,'ticketID':'../7'}",
        "{'statusCode':0,'ticketID':{'id':7}}",
        "{'statusCode':3,'ticketID':7}"
      })
  void whetherSomethingWasMadeIsUnclearUnlessCodeAndIdAgree(String body) {
    assertThat(answer(200, body).made("ticketID")).isInstanceOf(Failed.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"'77'", "77", "' 77'", "null", "''"})
  void customerIsOfTheSiteUnlessItSaysOtherwise(String site) {
    Outcome<?> outcome =
        answer(200, FOUND.formatted(site)).classic(it -> CustomerAnswer.one(it, "77"));

    assertThat(((PowercodeGateway.Customer) ((Done<?>) outcome).value()).id()).isEqualTo("12");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{'statusCode':0,'customer':{'customerId':'12','extAccountID':'78'}}",
        "{'statusCode':0,'customer':{'firstName':'Ada'}}",
        "{'statusCode':0,'customer':null}",
        "{'statusCode':0,'customer':[]}",
        "{'statusCode':0}"
      })
  void aStrangerIsNotTheCustomer(String body) {
    assertThat(answer(200, body).classic(it -> CustomerAnswer.one(it, "77")))
        .isInstanceOf(Failed.class);
  }

  @Test
  void listIsReadToItsEnd() {
    String body =
        "{'statusCode':0,'Customers':[{'CustomerID':1,'CITY':'OREM'},{'customerid':'2'}]}";

    assertThat(answer(200, body).classic(CustomerAnswer::list))
        .isEqualTo(
            new Done<>(
                List.of(new Listed("1", null, null, "OREM"), new Listed("2", null, null, null))));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{'statusCode':0}",
        "{'statusCode':0,'customers':null}",
        "{'statusCode':0,'customers':{'1':{'CustomerID':1}}}",
        "{'statusCode':0,'customers':[{'CustomerID':1},{'City':'OREM'}]}",
        "{'statusCode':0,'customers':[7]}"
      })
  void aListWithHolesIsNone(String body) {
    assertThat(answer(200, body).classic(CustomerAnswer::list)).isInstanceOf(Failed.class);
  }

  private static PowercodeAnswer answer(int status, String body) {
    byte[] json = body.replace('\'', '"').getBytes(StandardCharsets.UTF_8);
    return new PowercodeAnswer(
        new Answer(status, PartnerText.tree(json)), Mask.of(Secret.of("a-key")));
  }
}
