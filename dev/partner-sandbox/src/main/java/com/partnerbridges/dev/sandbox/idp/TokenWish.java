package com.partnerbridges.dev.sandbox.idp;

import java.util.Map;

/**
 * The token that somebody asks for.
 *
 * @param ttl seconds until it expires; less than zero for one that has expired; null for an hour
 * @param claims beside the usual ones or instead of them; null as a value leaves one out
 */
record TokenWish(String sub, Map<String, String> accounts, Long ttl, Map<String, Object> claims) {}
