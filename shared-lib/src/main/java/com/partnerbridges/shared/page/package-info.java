/** Pages that people look at: where they are, and what browsers let them do. */
package com.partnerbridges.shared.page;
