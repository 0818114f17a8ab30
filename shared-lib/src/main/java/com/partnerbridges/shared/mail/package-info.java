/**
 * E-mail that waits in rows until the mail server has taken it. Each letter goes out for a bounded
 * time, on a connection of its own.
 */
package com.partnerbridges.shared.mail;
