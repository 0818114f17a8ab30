package com.partnerbridges.iiko.gateway;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;

/** Who knows the addresses of names. */
interface Resolver {

  /** The one of the machine. */
  Resolver SYSTEM = host -> List.of(InetAddress.getAllByName(host));

  /** At least one. */
  List<InetAddress> addressesOf(String host) throws UnknownHostException;
}
