/** Wakes due work: a timer, and an HTTP job for instances whose CPU sleeps between requests. */
package com.partnerbridges.shared.job;
