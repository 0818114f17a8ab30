/** What those who run the service look at, and what wakes its work. */
package com.partnerbridges.iiko.health;
