/** What of a request's way through the service is told to a collector of traces. */
package com.partnerbridges.shared.trace;
