package com.partnerbridges.utopia.plan;

import com.partnerbridges.shared.edge.UnusableSetting;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A service of PowerCode as an order gets it.
 *
 * @param serviceId PowerCode's number of the service
 * @param quantity 1 unless the settings say otherwise: internet and telephone services never have
 *     more
 * @param prorate whether the first month is charged by the day
 */
public record Plan(int serviceId, int quantity, boolean prorate) {

  private static final Pattern FORM =
      Pattern.compile("([1-9][0-9]{0,8})(?::([1-9][0-9]{0,3})(?::([01]))?)?");

  /** Reads {@code serviceId[:quantity[:prorate]]}. */
  static Plan of(String text) {
    Matcher form = FORM.matcher(text.strip());
    if (!form.matches()) {
      throw new UnusableSetting(
          "not of the form serviceId[:quantity[:prorate]], such as 164:1:0; prorate is 0 or 1");
    }
    return new Plan(
        Integer.parseInt(form.group(1)),
        form.group(2) == null ? 1 : Integer.parseInt(form.group(2)),
        "1".equals(form.group(3)));
  }
}
