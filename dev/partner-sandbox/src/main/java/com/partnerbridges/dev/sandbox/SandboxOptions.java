package com.partnerbridges.dev.sandbox;

/** What can be said on the command line. */
record SandboxOptions(String host, int port, int smtpPort, int tlsPort) {

  static SandboxOptions parse(String... arguments) {
    String host = "127.0.0.1";
    int port = 8090;
    int smtpPort = 8025;
    int tlsPort = 8444;
    for (int i = 0; i < arguments.length; i += 2) {
      if (i + 1 == arguments.length) {
        throw new IllegalArgumentException(arguments[i] + " needs a value");
      }
      String value = arguments[i + 1];
      switch (arguments[i]) {
        case "--host" -> host = value;
        case "--port" -> port = Integer.parseInt(value);
        case "--smtp-port" -> smtpPort = Integer.parseInt(value);
        case "--tls-port" -> tlsPort = Integer.parseInt(value);
        default ->
            throw new IllegalArgumentException(
                "Unknown option "
                    + arguments[i]
                    + "; there are --host, --port, --smtp-port, --tls-port");
      }
    }
    return new SandboxOptions(host, port, smtpPort, tlsPort);
  }
}
