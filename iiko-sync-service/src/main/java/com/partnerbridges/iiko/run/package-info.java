/** Runs: who asked for one, when one is due, who works it off, and how it went. */
package com.partnerbridges.iiko.run;
