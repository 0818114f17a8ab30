package com.partnerbridges.dev.testkit;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

/** An SMTP server that does what mail servers should not. */
public final class MoodyMailServer implements AutoCloseable {

  public enum Mood {
    /** Takes every letter. */
    GOOD,
    /** Accepts the connection and says nothing. */
    SILENT,
    /** Reads the letter and does not say whether it has it. */
    SILENT_AFTER_THE_LETTER,
    /** Reads the letter, has it, and hangs up. */
    GONE_AFTER_THE_LETTER,
    /** Asks to come again. */
    BUSY,
    /** Takes no letter for this recipient. */
    REFUSING
  }

  private static final Duration PATIENCE = Duration.ofSeconds(10);

  public final List<String> letters = new CopyOnWriteArrayList<>();
  private final Set<Socket> connections = ConcurrentHashMap.newKeySet();
  public volatile Mood mood = Mood.GOOD;

  private final ServerSocket server;

  public MoodyMailServer() {
    try {
      server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    start(this::accept);
  }

  public int port() {
    return server.getLocalPort();
  }

  /** Returns when every client has hung up. */
  public void awaitNobody() {
    long end = System.nanoTime() + PATIENCE.toNanos();
    while (!connections.isEmpty()) {
      if (System.nanoTime() > end) {
        throw new AssertionError("still connected: " + connections.size());
      }
      Thread.onSpinWait();
    }
  }

  @Override
  public void close() throws IOException {
    server.close();
    for (Socket connection : connections) {
      connection.close();
    }
  }

  private void accept() {
    try {
      while (true) {
        Socket connection = server.accept();
        connections.add(connection);
        start(() -> serve(connection));
      }
    } catch (IOException closed) {
      // the test is over
    }
  }

  private void serve(Socket connection) {
    try (connection) {
      talk(connection);
    } catch (IOException gone) {
      // the client has hung up
    } finally {
      connections.remove(connection);
    }
  }

  private void talk(Socket connection) throws IOException {
    BufferedReader in =
        new BufferedReader(new InputStreamReader(connection.getInputStream(), UTF_8));
    OutputStream out = connection.getOutputStream();
    if (mood != Mood.SILENT) {
      say(out, "220 moody.example");
    }
    for (String line = in.readLine(); line != null; line = in.readLine()) {
      if (mood == Mood.SILENT) {
        continue;
      }
      String verb = line.split("[ :]")[0].toUpperCase();
      if (verb.equals("DATA")) {
        say(out, "354 go on");
        letters.add(letter(in));
        if (mood == Mood.GONE_AFTER_THE_LETTER) {
          return;
        }
        if (mood != Mood.SILENT_AFTER_THE_LETTER) {
          say(out, "250 taken");
        }
      } else {
        say(out, answer(verb, line));
      }
    }
  }

  private String answer(String verb, String line) {
    if (verb.equals("RCPT") && mood == Mood.BUSY) {
      return "451 later, " + line;
    }
    if (verb.equals("RCPT") && mood == Mood.REFUSING) {
      return "550 not here: " + line;
    }
    return verb.equals("QUIT") ? "221 bye" : "250 fine";
  }

  private static String letter(BufferedReader in) throws IOException {
    StringBuilder letter = new StringBuilder();
    for (String line = in.readLine(); line != null && !line.equals("."); line = in.readLine()) {
      letter.append(line).append('\n');
    }
    return letter.toString();
  }

  private static void say(OutputStream out, String line) throws IOException {
    out.write((line + "\r\n").getBytes(UTF_8));
    out.flush();
  }

  private static void start(Runnable work) {
    Thread thread = new Thread(work, "moody-mail-server");
    thread.setDaemon(true);
    thread.start();
  }
}
