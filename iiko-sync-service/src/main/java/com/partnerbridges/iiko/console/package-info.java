/** The page on which people look after their accounts. */
package com.partnerbridges.iiko.console;
