package com.partnerbridges.dev.stack;

import java.net.URI;
import java.nio.file.Path;

/**
 * What a service of the stack finds around it.
 *
 * @param sandbox where the partners are
 * @param sandboxTls the same, behind a certificate that nobody signed
 * @param certificate a PEM file with that certificate
 * @param publicUrl where the service itself is reached
 */
record Surroundings(URI sandbox, URI sandboxTls, Path certificate, URI publicUrl) {}
