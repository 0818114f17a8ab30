/** State tables and due work: what every service's long-lived rows have in common. */
package com.partnerbridges.shared.state;
