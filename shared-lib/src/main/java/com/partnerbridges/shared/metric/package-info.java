/** What those who run the services look at: names and labels are the same in all of them. */
package com.partnerbridges.shared.metric;
