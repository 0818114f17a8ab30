package com.partnerbridges.dev.stack.demo;

import com.partnerbridges.dev.sandbox.mail.MailSinkClient;
import com.partnerbridges.dev.sandbox.mail.SunkMail;
import com.partnerbridges.dev.sandbox.xendit.PayOptions;
import com.partnerbridges.dev.sandbox.xendit.XenditSandboxClient;
import com.partnerbridges.dev.stack.LocalStack;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;

/** A guest who pays and gets the pictures, and one who pays too late and gets the money back. */
final class XenditDemo {
  private static final Duration MAIL_PATIENCE = Duration.ofSeconds(20);

  private final Kiosk kiosk;
  private final XenditSandboxClient xendit;
  private final MailSinkClient mails;

  XenditDemo(LocalStack stack) {
    kiosk = new Kiosk(stack.services("xendit-qris-service").get(0).url());
    xendit = new XenditSandboxClient(stack.sandbox().url());
    mails = new MailSinkClient(stack.sandbox().url());
  }

  void play() {
    paid();
    tooLate();
  }

  private void paid() {
    Story.begin("xendit-qris-service: a guest pays, and gets the pictures");
    String guest = "guest-" + UUID.randomUUID() + "@example.com";
    String transaction = create(guest);
    CompletableFuture<String> told =
        CompletableFuture.supplyAsync(() -> kiosk.await(transaction, "COMPLETED"));
    pay(transaction, "pays", PayOptions.USUAL);
    Story.state("kiosk", "is told, in the question that it held open", told.join());
    int pictures = kiosk.register(transaction, List.of(picture(1), picture(2)));
    Story.step("kiosk", "registers " + pictures + " pictures");
    kiosk.sendGallery(transaction);
    SunkMail mail = mails.awaitMail(any -> any.to().contains(guest), MAIL_PATIENCE);
    Story.step("guest", "has mail: " + mail.subject());
  }

  private void tooLate() {
    Story.begin("xendit-qris-service: a guest pays too late, and gets the money back");
    String transaction = create("late@example.com");
    Story.state("kiosk", "waits until the time is over", kiosk.await(transaction, "EXPIRED"));
    pay(transaction, "pays all the same", PayOptions.USUAL.forced());
    Story.state("kiosk", "asks once more", kiosk.await(transaction, "EXPIRED"));
    Story.step("office", "must look at: " + kiosk.attention(transaction));
    Story.state("office", "refunds it", kiosk.refund(transaction));
  }

  private String create(String guest) {
    Kiosk.Code code = kiosk.create(kiosk.location("Demo-mall"), guest);
    Story.state("kiosk", "asks for Rp " + code.amount(), code.status());
    Story.step("kiosk", "shows " + code.picture());
    Story.state("kiosk", "asks whether it is paid", kiosk.await(code.transaction(), "PENDING"));
    return code.transaction();
  }

  private void pay(String transaction, String how, PayOptions options) {
    Story.told("guest", how + "; Xendit's webhook", xendit.pay(transaction, options).deliveries());
  }

  private static String picture(int number) {
    return "https://photos.example.com/" + number + ".jpg";
  }
}
