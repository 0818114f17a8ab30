/**
 * What every service needs at its edge and nothing else: who calls, what a refusal looks like, what
 * stops a start, and what never reaches a log.
 */
package com.partnerbridges.shared.edge;
