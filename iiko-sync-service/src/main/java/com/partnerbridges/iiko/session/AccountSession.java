package com.partnerbridges.iiko.session;

import com.partnerbridges.iiko.gateway.IikoServer;
import com.partnerbridges.iiko.gateway.IikoSession;
import java.time.ZoneId;

public abstract class AccountSession implements AutoCloseable {
  public abstract IikoSession iiko();

  public abstract ZoneId zone();

  public abstract IikoServer.Source source();

  public abstract boolean renew();

  @Override
  public abstract void close();
}
