package com.partnerbridges.dev.stack;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.Map;

/** The loopback ports of a stack: either the well-known ones moved by an offset, or free ones. */
public final class StackPorts {
  static final String HOST = "127.0.0.1";
  private static final int POSTGRES = 15432;
  private static final int SANDBOX = 8090;
  private static final int SANDBOX_TLS = 8444;
  private static final int SMTP = 8025;
  private static final int PROMETHEUS = 9090;
  static final int MOST_OFFSET = 65535 - POSTGRES;
  private static final int FREE = -1;

  private final int offset;

  private StackPorts(int offset) {
    this.offset = offset;
  }

  /** Ports that the system gives out: any number of stacks beside each other. */
  public static StackPorts free() {
    return new StackPorts(FREE);
  }

  /**
   * @param offset added to every well-known port, 0 for those themselves
   */
  public static StackPorts offset(int offset) {
    if (offset < 0 || offset > MOST_OFFSET) {
      throw new IllegalArgumentException("The port offset must be 0 to " + MOST_OFFSET);
    }
    return new StackPorts(offset);
  }

  int postgres() {
    return known(POSTGRES);
  }

  int sandbox() {
    return known(SANDBOX);
  }

  int sandboxTls() {
    return known(SANDBOX_TLS);
  }

  int smtp() {
    return known(SMTP);
  }

  int prometheus() {
    return known(PROMETHEUS);
  }

  /** The first instance has the service's well-known port, further ones a free one. */
  int service(ServiceSpec spec, int number) {
    return number == 1 ? known(spec.port()) : anyFree();
  }

  /**
   * @param wanted who asks for which port
   * @throws StackException naming the port and who asks for it
   */
  static void requireFree(Map<String, Integer> wanted) {
    wanted.forEach(
        (who, port) -> {
          try (ServerSocket socket = new ServerSocket()) {
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(HOST, port));
          } catch (IOException e) {
            throw new StackException(
                "Port %d (%s) is in use by another program. End it, or move all ports with"
                        .formatted(port, who)
                    + " --port-offset N.");
          }
        });
  }

  private int known(int port) {
    return offset == FREE ? anyFree() : port + offset;
  }

  private static int anyFree() {
    try (ServerSocket socket = new ServerSocket()) {
      socket.bind(new InetSocketAddress(HOST, 0));
      return socket.getLocalPort();
    } catch (IOException e) {
      throw new UncheckedIOException("No free port", e);
    }
  }
}
