package com.partnerbridges.iiko.session;

import com.partnerbridges.iiko.gateway.IikoServer;
import com.partnerbridges.iiko.gateway.IikoSession;
import java.time.ZoneId;
import java.util.function.BooleanSupplier;

public final class AccountSession implements AutoCloseable {
  private final IikoSession iiko;
  private final IikoServer server;
  private final BooleanSupplier renew;
  private final Runnable close;
  private volatile boolean lost;

  AccountSession(IikoSession iiko, IikoServer server, BooleanSupplier renew, Runnable close) {
    this.iiko = iiko;
    this.server = server;
    this.renew = renew;
    this.close = close;
  }

  public IikoSession iiko() {
    return iiko;
  }

  public ZoneId zone() {
    return server.zone();
  }

  public IikoServer.Source source() {
    return server.source();
  }

  public boolean renew() {
    lost = lost || !renew.getAsBoolean();
    return !lost;
  }

  @Override
  public void close() {
    if (!lost) {
      iiko.close();
      close.run();
    }
  }
}
