/** What was copied from iiko, for people to read; and the names that they give to it. */
package com.partnerbridges.iiko.data;
