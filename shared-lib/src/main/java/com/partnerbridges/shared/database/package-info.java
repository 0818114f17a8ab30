/** PostgreSQL through the reactive client: bounded in time and in what waits. */
package com.partnerbridges.shared.database;
