package com.partnerbridges.shared.edge;

import java.util.Map;

/**
 * How a service says no. {@link ProblemDetails} is the house's form; a service whose callers know
 * another has a bean of its own.
 */
public interface RefusalForm {

  /**
   * A refusal as it goes out.
   *
   * @param body what becomes the JSON object
   */
  record Written(int status, String mediaType, Map<String, Object> body) {}

  /** Nobody known is calling: 401, in words about the way that callers of this service sign in. */
  Problem unauthorized();

  /** Who is calling may not do this: 403. */
  Problem forbidden();

  Written write(Problem problem);
}
