package com.partnerbridges.dev.stack;

import com.partnerbridges.dev.stack.demo.Demo;
import java.util.concurrent.CountDownLatch;

/** The program behind {@code dev/up}. */
final class Up {
  private static volatile boolean ending;

  private Up() {}

  public static void main(String[] arguments) throws InterruptedException {
    Runtime.getRuntime().addShutdownHook(new Thread(() -> ending = true));
    try {
      UpArguments wanted = UpArguments.parse(arguments);
      System.out.println("Starting PostgreSQL, the sandbox and the services ...");
      try (LocalStack stack = LocalStack.start(wanted.stack())) {
        if (wanted.demo()) {
          boolean good = Demo.playAll(stack);
          stack.close();
          System.exit(good ? 0 : 1);
        }
        System.out.print(Welcome.to(stack));
        // until Ctrl-C; the stack ends with this process
        new CountDownLatch(1).await();
      }
    } catch (StackException | IllegalStateException e) {
      if (!ending) {
        System.err.println(e.getMessage());
        System.exit(1);
      }
    }
  }
}
