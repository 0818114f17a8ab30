package com.partnerbridges.utopia.order;

import io.vertx.mutiny.sqlclient.Row;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** An order in the office's list. */
@Schema(name = "Order")
record OrderView(
    String orderref,
    OrderState state,
    @Schema(description = "Failed tries of the step that it is at") int attempts,
    @Schema(description = "When it is worked on next; null when it is not") Instant nextAttemptAt,
    @Schema(description = "Why it waits or has stopped") String error,
    CustomerView customer,
    String siteid,
    List<StepView> steps,
    Instant createdAt,
    Instant movedAt) {

  /** The newest letter beside the order {@code o}, for the step that is no row of its own. */
  static final String COLUMNS =
      Order.COLUMNS
          + """
          , letter.state as letter_state, letter.error as letter_error,
            coalesce(letter.sent_at, letter.queued_at) as letter_at""";

  static final String FROM =
      """
      from orders o left join lateral (
        select * from letter where subject = o.orderref and kind <> 'TEMPLATE_BROKEN'
          and o.next_attempt_at is null
        order by id desc limit 1) letter on true""";

  static OrderView of(Row row) {
    return of(Order.of(row), StepView.mail(row));
  }

  private static OrderView of(Order order, StepView mail) {
    // nobody is told of an order that is another provider's
    Stream<StepView> last = order.state() == OrderState.NOT_OURS ? Stream.of() : Stream.of(mail);
    return new OrderView(
        order.orderref(),
        order.state(),
        order.attempts(),
        order.nextAttemptAt(),
        order.error(),
        CustomerView.of(order.contract()),
        order.contract() == null ? null : order.contract().siteid(),
        Stream.concat(order.steps().stream().map(StepView::of), last).toList(),
        order.createdAt(),
        order.movedAt());
  }
}
