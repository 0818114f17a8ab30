/** E-mail that goes out for a bounded time, each letter on a connection of its own. */
package com.partnerbridges.shared.mail;
