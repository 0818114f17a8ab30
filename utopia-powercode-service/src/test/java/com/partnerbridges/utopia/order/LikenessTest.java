package com.partnerbridges.utopia.order;

import static org.assertj.core.api.Assertions.assertThat;

import com.partnerbridges.utopia.gateway.Contract;
import com.partnerbridges.utopia.gateway.PowercodeGateway.Customer;
import com.partnerbridges.utopia.gateway.PowercodeGateway.Listed;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LikenessTest {

  @ParameterizedTest
  @CsvSource({
    "Ann, Lee, ANN, LEE, , true",
    "José, O'Neil, JOSE, O NEIL, , true",
    "Ann, Lee, Lee, Ann, , true",
    "Ann, Lee, , , Ann Lee, true",
    "Ann, Lee, '', '', 'LEE, ANN', true",
    "Ann, Lee, Ann, Leeds, , false",
    "Ann, Lee, Anna, Lee, , false",
    "Ann, Lee, , , , false",
    ", , , , , false",
    "Null, Lee, , Lee, , false"
  })
  void aPersonIsKnownByTheName(
      String first,
      String last,
      String knownFirst,
      String knownLast,
      String company,
      boolean same) {
    Customer known = new Customer("1", knownFirst, knownLast, company, null, null, null);

    assertThat(Likeness.isSamePerson(contract(first, last, "1 A St", null, "Orem"), known))
        .isEqualTo(same);
  }

  @ParameterizedTest
  @CsvSource({
    "12 N MAIN ST, , OREM, 12 North Main Street, Orem, true",
    "12 N Main St., 4, Orem, '12 N Main St Apt 4', Orem, true",
    "12 N Main St, 4, Orem, '12 N Main St #4', OREM, true",
    "12 N Main St, 4, Orem, 12 N Main St, Orem, true",
    "12 N Main St, 4, Orem, 12 N Main St Apt 5, Orem, false",
    "123 N 456 W, , Orem, 456 N 123 W, Orem, false",
    "12 N Main St, , Orem, 12 S Main St, Orem, false",
    "12 N Main St, , Orem, 12 N Main St, Provo, false",
    "12 N Main St, , Orem, , Orem, false",
    ", , , , , false"
  })
  void aHouseIsKnownByStreetAndCity(
      String street, String apt, String city, String knownStreet, String knownCity, boolean same) {
    Listed known = new Listed("1", "Ann Lee", knownStreet, knownCity);

    assertThat(Likeness.isSameHouse(contract("Ann", "Lee", street, apt, city), known))
        .isEqualTo(same);
  }

  private static Contract contract(
      String first, String last, String street, String apt, String city) {
    return new Contract(
        first, last, null, null, street, apt, city, "UT", "84057", "S-1", List.of(), null, null,
        null);
  }
}
