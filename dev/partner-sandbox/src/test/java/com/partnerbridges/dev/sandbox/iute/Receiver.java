package com.partnerbridges.dev.sandbox.iute;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** A webhook receiver, built with nothing of the sandbox. */
final class Receiver implements AutoCloseable {
  record Received(String path, byte[] body, String signature, String timestamp) {}

  private final HttpServer server;
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final List<Received> received = new CopyOnWriteArrayList<>();
  private final Queue<Integer> next = new ConcurrentLinkedQueue<>();
  private volatile int status = 200;

  Receiver() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setExecutor(threads);
    server.createContext("/", this::receive);
    server.start();
  }

  URI url(String path) {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + path);
  }

  void answer(int newStatus) {
    status = newStatus;
  }

  /** These once each, then 200 again. */
  void answerInTurn(Integer... statuses) {
    next.addAll(List.of(statuses));
  }

  List<Received> received() {
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
            call.getRequestURI().getPath(),
            call.getRequestBody().readAllBytes(),
            call.getRequestHeaders().getFirst("x-iute-signature"),
            call.getRequestHeaders().getFirst("x-iute-timestamp")));
    Integer inTurn = next.poll();
    call.sendResponseHeaders(inTurn == null ? status : inTurn, -1);
    call.close();
  }
}
