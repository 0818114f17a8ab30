package com.partnerbridges.iiko.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.partnerbridges.iiko.gateway.IikoTrouble.Kind;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.List;
import java.util.Queue;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AddressRulesTest {

  private static final String PUBLIC = "93.184.216.34";

  @ParameterizedTest
  @CsvSource({
    "https://iiko.example, 443, ''",
    "https://iiko.example/, 443, ''",
    "HTTPS://iiko.example:9443/a/b//, 9443, /a/b"
  })
  void publicServersAreCalledWhereTheyAre(URI url, int port, String path) throws Exception {
    Target target = rules(PUBLIC).check(url, 0);

    assertThat(target)
        .isEqualTo(new Target(true, "iiko.example", port, path, InetAddress.getByName(PUBLIC)));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "iiko.example",
        "/resto",
        "ftp://iiko.example",
        "file:///etc/passwd",
        "https:///resto",
        "https:iiko.example",
        "https://a_b",
        "https://127.0.0.1.",
        "https://iiko.example:0",
        "https://iiko.example:70000"
      })
  void whatIsNoAddressIsNoServer(URI url) {
    assertThat(refusal(rules(PUBLIC), url)).isEqualTo(Kind.NOT_AN_IIKO_SERVER);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://iiko.example",
        "https://user@iiko.example",
        "https://user:canary@iiko.example",
        "https://iiko.example?x=1",
        "https://iiko.example/#x"
      })
  void nothingButNameAndPathIsAllowed(URI url) {
    assertThat(refusal(rules(PUBLIC), url)).isEqualTo(Kind.ADDRESS_NOT_ALLOWED);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "0.0.0.0",
        "10.1.2.3",
        "100.64.0.1",
        "100.127.255.255",
        "127.0.0.1",
        "127.255.0.1",
        "169.254.169.254",
        "172.16.0.1",
        "172.31.255.255",
        "192.0.0.8",
        "192.0.2.1",
        "192.88.99.1",
        "192.168.1.1",
        "198.19.0.1",
        "198.51.100.1",
        "203.0.113.1",
        "224.0.0.1",
        "239.255.255.255",
        "240.0.0.1",
        "255.255.255.255",
        "::",
        "::1",
        "::ffff:10.0.0.1",
        "::ffff:93.184.216.34",
        "::7f00:1",
        "64:ff9b::7f00:1",
        "64:ff9b:1::1",
        "100::1",
        "2001::1",
        "2001:db8::1",
        "2002:7f00:1::1",
        "3fff::1",
        "fc00::1",
        "fd12:3456::1",
        "fe80::1",
        "fec0::1",
        "ff02::1"
      })
  void privateAddressesAreNotCalled(String ip) throws UnknownHostException {
    boolean mappedPublic = ip.equals("::ffff:93.184.216.34");

    // Java has no other form for a mapped address than the one that is mapped
    assertThat(PublicAddress.is(InetAddress.getByName(ip))).isEqualTo(mappedPublic);
    if (!mappedPublic) {
      assertThat(refusal(rules(PUBLIC, ip), URI.create("https://iiko.example")))
          .isEqualTo(Kind.ADDRESS_NOT_ALLOWED);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "1.1.1.1",
        "11.0.0.1",
        "100.63.255.255",
        "100.128.0.1",
        "172.15.0.1",
        "172.32.0.1",
        "223.255.255.255",
        "2a00:1450:4001::1",
        "2606:4700::1111"
      })
  void publicAddressesAreCalled(String ip) {
    assertThat(rules(ip).check(URI.create("https://iiko.example"), 0).ip()).isNotBlank();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://127.0.0.1",
        "https://127.0.0.1:8443",
        "https://2130706433",
        "https://[::1]",
        "https://[::ffff:127.0.0.1]",
        "https://localhost",
        "https://localhost."
      })
  void addressesInDigitsAreHeldToTheSameRules(URI url) {
    AddressRules rules = new AddressRules(false, Resolver.SYSTEM);

    // a dot at the end is no address for everybody; it must not be called in any case
    assertThat(refusal(rules, url)).isIn(Kind.ADDRESS_NOT_ALLOWED, Kind.UNREACHABLE);
  }

  @Test
  void aNameThatLeadsElsewhereByNowIsCaughtAtTheNextCall() {
    Queue<String> answers = new ArrayDeque<>(List.of(PUBLIC, "127.0.0.1"));
    AddressRules rules =
        new AddressRules(false, host -> List.of(InetAddress.getByName(answers.remove())));
    URI url = URI.create("https://iiko.example");
    rules.check(url, 0);

    assertThat(refusal(rules, url)).isEqualTo(Kind.ADDRESS_NOT_ALLOWED);
  }

  @Test
  void eachTurnTakesAnotherAddress() {
    AddressRules rules = rules("1.1.1.1", "2.2.2.2");
    URI url = URI.create("https://iiko.example");

    assertThat(
            List.of(rules.check(url, 0).ip(), rules.check(url, 1).ip(), rules.check(url, 2).ip()))
        .containsExactly("1.1.1.1", "2.2.2.2", "1.1.1.1");
  }

  @Test
  void aNameThatNobodyKnowsMayBeKnownLater() {
    AddressRules rules =
        new AddressRules(
            false,
            host -> {
              throw new UnknownHostException();
            });

    assertThat(refusal(rules, URI.create("https://iiko.example"))).isEqualTo(Kind.UNREACHABLE);
  }

  @Test
  void developmentCallsAnybody() {
    assertThatCode(
            () ->
                new AddressRules(true, Resolver.SYSTEM)
                    .check(URI.create("http://127.0.0.1:8080/iiko/demo"), 0))
        .doesNotThrowAnyException();
  }

  private static Kind refusal(AddressRules rules, URI url) {
    IikoTrouble trouble = catchThrowableOfType(IikoTrouble.class, () -> rules.check(url, 0));
    assertThat(trouble).hasMessageNotContaining("canary");
    return trouble.kind();
  }

  private static AddressRules rules(String... ips) {
    return new AddressRules(
        false,
        host -> {
          InetAddress[] all = new InetAddress[ips.length];
          for (int i = 0; i < ips.length; i++) {
            all[i] = InetAddress.getByName(ips[i]);
          }
          return Arrays.asList(all);
        });
  }
}
