/** Calls to partners: bounded in time, size and number, repeated only where that is safe. */
package com.partnerbridges.shared.partner;
