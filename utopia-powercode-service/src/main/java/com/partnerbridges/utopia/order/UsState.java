package com.partnerbridges.utopia.order;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** States of the USA: PowerCode takes two letters only, UTOPIA spells them in any way. */
final class UsState {

  private static final String ALL =
      """
      AL Alabama,AK Alaska,AZ Arizona,AR Arkansas,CA California,CO Colorado,CT Connecticut,
      DE Delaware,DC District of Columbia,FL Florida,GA Georgia,HI Hawaii,ID Idaho,IL Illinois,
      IN Indiana,IA Iowa,KS Kansas,KY Kentucky,LA Louisiana,ME Maine,MD Maryland,
      MA Massachusetts,MI Michigan,MN Minnesota,MS Mississippi,MO Missouri,MT Montana,
      NE Nebraska,NV Nevada,NH New Hampshire,NJ New Jersey,NM New Mexico,NY New York,
      NC North Carolina,ND North Dakota,OH Ohio,OK Oklahoma,OR Oregon,PA Pennsylvania,
      RI Rhode Island,SC South Carolina,SD South Dakota,TN Tennessee,TX Texas,UT Utah,VT Vermont,
      VA Virginia,WA Washington,WV West Virginia,WI Wisconsin,WY Wyoming""";

  private static final Map<String, String> CODES =
      Stream.of(ALL.split(",\\s*"))
          .flatMap(
              state -> {
                String code = state.substring(0, 2);
                return Stream.of(Map.entry(code, code), Map.entry(key(state.substring(3)), code));
              })
          .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, Map.Entry::getValue));

  private UsState() {}

  /** The two letters of a state that is spelled in full or is two letters already. */
  static Optional<String> code(String spelling) {
    return Optional.ofNullable(spelling).map(UsState::key).map(CODES::get);
  }

  private static String key(String spelling) {
    return spelling.toUpperCase(Locale.ROOT).replaceAll("[^A-Z]", "");
  }
}
