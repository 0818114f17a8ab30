package com.partnerbridges.iiko.gateway;

import com.partnerbridges.shared.edge.Secret;
import java.net.URI;
import java.time.ZoneId;

/**
 * An account's server and the login there. {@code baseUrl} is what a person typed: it is checked
 * again at every call.
 *
 * @param zone what iiko's dates, which carry no zone, are meant in
 */
public record IikoServer(
    String accountId, URI baseUrl, Secret username, Secret password, Source source, ZoneId zone) {

  /** Where invoices come from. */
  public enum Source {
    XML,
    JSON
  }
}
