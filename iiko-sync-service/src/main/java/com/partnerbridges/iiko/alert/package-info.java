/** Letters to an account whose runs fail one after the other, and when they succeed again. */
package com.partnerbridges.iiko.alert;
