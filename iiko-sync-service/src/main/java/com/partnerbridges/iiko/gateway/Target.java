package com.partnerbridges.iiko.gateway;

import java.net.InetAddress;

/**
 * Where a call goes, as it was checked.
 *
 * @param host the name that the server's certificate must have
 * @param path without a slash at its end
 * @param address the very one to connect to
 */
record Target(boolean tls, String host, int port, String path, InetAddress address) {

  /** In digits: nobody looks the name up again. */
  String ip() {
    return address.getHostAddress();
  }
}
