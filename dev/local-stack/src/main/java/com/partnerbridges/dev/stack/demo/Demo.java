package com.partnerbridges.dev.stack.demo;

import com.partnerbridges.dev.stack.LocalStack;
import java.util.List;
import java.util.function.Consumer;

/** One story per service, played against a running stack. A new service adds its story here. */
public final class Demo {
  private static final List<Consumer<LocalStack>> STORIES =
      List.of(
          stack -> new IuteDemo(stack).play(),
          stack -> new XenditDemo(stack).play(),
          stack -> new UtopiaDemo(stack).play(),
          stack -> new IikoDemo(stack).play());

  private Demo() {}

  /** Whether all of them ended as they should. */
  public static boolean playAll(LocalStack stack) {
    boolean good = true;
    for (Consumer<LocalStack> story : STORIES) {
      try {
        story.accept(stack);
      } catch (RuntimeException | AssertionError e) {
        System.out.println("\n  FAILED  " + e.getMessage());
        good = false;
      }
    }
    System.out.println(good ? "\nAll stories ended as they should." : "\nA story went wrong.");
    return good;
  }
}
