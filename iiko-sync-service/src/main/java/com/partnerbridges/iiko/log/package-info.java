/** How runs went and go on, for people to follow. */
package com.partnerbridges.iiko.log;
