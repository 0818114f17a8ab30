package com.partnerbridges.dev.sandbox;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;

/** A webhook receiver, built with nothing of the sandbox. */
public final class Receiver implements AutoCloseable {
  /** A delivery; header names are in lower case. */
  public record Received(String path, byte[] body, Map<String, String> headers) {
    public String header(String name) {
      return headers.get(name);
    }
  }

  private final HttpServer server;
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final List<Received> received = new CopyOnWriteArrayList<>();
  private final Queue<Integer> next = new ConcurrentLinkedQueue<>();
  private volatile int status = 200;

  public Receiver() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setExecutor(threads);
    server.createContext("/", this::receive);
    server.start();
  }

  public URI url(String path) {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + path);
  }

  public void answer(int newStatus) {
    status = newStatus;
  }

  /** These once each, then 200 again. */
  public void answerInTurn(Integer... statuses) {
    next.addAll(List.of(statuses));
  }

  public List<Received> received() {
    return received;
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }

  private void receive(HttpExchange call) throws IOException {
    received.add(
        new Received(
            call.getRequestURI().getPath(), call.getRequestBody().readAllBytes(), headers(call)));
    Integer inTurn = next.poll();
    call.sendResponseHeaders(inTurn == null ? status : inTurn, -1);
    call.close();
  }

  private static Map<String, String> headers(HttpExchange call) {
    return call.getRequestHeaders().entrySet().stream()
        .collect(
            Collectors.toMap(
                header -> header.getKey().toLowerCase(Locale.ROOT),
                header -> header.getValue().get(0)));
  }
}
