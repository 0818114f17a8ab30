package com.partnerbridges.dev.sandbox.mail;

import com.fasterxml.jackson.core.type.TypeReference;
import com.partnerbridges.dev.sandbox.room.ControlHttp;
import com.partnerbridges.dev.sandbox.room.Json;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.function.Predicate;

/** Reads the mail sink of a sandbox. */
public final class MailSinkClient {
  private static final String PATH = "/control/mail";
  private final ControlHttp http;

  public MailSinkClient(URI sandboxUrl) {
    this.http = new ControlHttp(sandboxUrl);
  }

  /** Newest first. */
  public List<SunkMail> mails() {
    return Json.read(http.call("GET", PATH + "?limit=1000", null), new TypeReference<>() {});
  }

  public SunkMail awaitMail(Predicate<SunkMail> wanted, Duration timeout) {
    return ControlHttp.await("mail", timeout, () -> mails().stream().filter(wanted).findFirst());
  }

  public void clear() {
    http.call("DELETE", PATH, null);
  }
}
