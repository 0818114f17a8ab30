package com.partnerbridges.dev.sandbox.mail;

import static org.assertj.core.api.Assertions.assertThat;

import com.partnerbridges.dev.sandbox.PartnerSandbox;
import jakarta.mail.Message;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.time.Duration;
import java.util.List;
import java.util.Properties;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class MailSinkTest {
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  private PartnerSandbox sandbox;
  private MailSinkClient sink;

  @BeforeEach
  void start() {
    sandbox = PartnerSandbox.start("127.0.0.1", 0, 0);
    sink = new MailSinkClient(sandbox.url());
  }

  @AfterEach
  void stop() {
    sandbox.close();
  }

  @Test
  void mailForAnybodyIsListed() throws Exception {
    send(message("Your code", "anybody@somewhere.example"));

    SunkMail mail = sink.awaitMail(any -> true, PATIENCE);
    assertThat(mail.from()).isEqualTo("shop@bridge.example");
    assertThat(mail.to()).isEqualTo("anybody@somewhere.example");
    assertThat(mail.subject()).isEqualTo("Your code");
    assertThat(mail.text()).contains("plain ü");
    assertThat(mail.html()).contains("<b>rich</b>");
  }

  @Test
  void eachRecipientIsAnEntry() throws Exception {
    send(message("Two", "one@somewhere.example", "two@somewhere.example"));

    sink.awaitMail(mail -> mail.to().startsWith("one"), PATIENCE);
    sink.awaitMail(mail -> mail.to().startsWith("two"), PATIENCE);
    assertThat(sink.mails()).hasSize(2);
  }

  @Test
  void clearedMailIsGone() throws Exception {
    send(message("Gone", "one@somewhere.example"));
    sink.awaitMail(any -> true, PATIENCE);

    sink.clear();

    assertThat(sink.mails()).isEmpty();
  }

  @Test
  void onlyTheLastThousandAreKept() throws Exception {
    Session session = session();
    try (Transport transport = session.getTransport("smtp")) {
      transport.connect();
      for (int i = 1; i <= 1_005; i++) {
        Message message = message("Mail " + i, "one@somewhere.example");
        transport.sendMessage(message, message.getAllRecipients());
      }
    }

    sink.awaitMail(mail -> mail.subject().equals("Mail 1005"), PATIENCE);
    List<SunkMail> mails = sink.mails();
    assertThat(mails).hasSize(1_000);
    assertThat(mails).last().returns("Mail 6", SunkMail::subject);
  }

  private void send(Message message) throws Exception {
    Transport.send(message);
  }

  private Message message(String subject, String... recipients) throws Exception {
    MimeMessage message = new MimeMessage(session());
    message.setFrom("shop@bridge.example");
    for (String recipient : recipients) {
      message.addRecipient(Message.RecipientType.TO, new InternetAddress(recipient));
    }
    message.setSubject(subject);
    MimeBodyPart text = new MimeBodyPart();
    text.setText("plain ü", "utf-8");
    MimeBodyPart html = new MimeBodyPart();
    html.setText("<b>rich</b>", "utf-8", "html");
    message.setContent(new MimeMultipart("alternative", text, html));
    return message;
  }

  private Session session() {
    Properties properties = new Properties();
    properties.put("mail.smtp.host", "127.0.0.1");
    properties.put("mail.smtp.port", String.valueOf(sandbox.smtpPort()));
    return Session.getInstance(properties);
  }
}
