package com.partnerbridges.utopia.letter;

import com.partnerbridges.shared.state.DueTask;
import com.partnerbridges.utopia.ticket.TicketText;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;

/** Tells the office once when the ticket's template was edited and cannot be used. */
@ApplicationScoped
class TemplateWatch implements DueTask {

  private final TicketText ticket;
  private final LetterRepository letters;
  private volatile TicketText.Broken told;

  TemplateWatch(TicketText ticket, LetterRepository letters) {
    this.ticket = ticket;
    this.letters = letters;
  }

  @Override
  public String name() {
    return "template-watch";
  }

  /** Nothing is worked on: gives 0. */
  @Override
  public Uni<Integer> workOff() {
    return Uni.createFrom()
        .item(this::look)
        .runSubscriptionOn(Infrastructure.getDefaultWorkerPool())
        .flatMap(broken -> broken.map(this::tell).orElseGet(() -> Uni.createFrom().voidItem()))
        .replaceWith(0);
  }

  private Optional<TicketText.Broken> look() {
    ticket.look();
    return ticket.broken().filter(broken -> !broken.equals(told));
  }

  private Uni<Void> tell(TicketText.Broken broken) {
    return letters.queue(broken).invoke(() -> told = broken);
  }
}
