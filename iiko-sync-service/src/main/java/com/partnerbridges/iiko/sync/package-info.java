/** What an account's server tells is compared with what we have, and stored where it differs. */
package com.partnerbridges.iiko.sync;
