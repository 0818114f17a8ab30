/** What those who run the service look at. */
package com.partnerbridges.iiko.health;
