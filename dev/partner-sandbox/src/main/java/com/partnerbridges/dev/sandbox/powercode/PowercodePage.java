package com.partnerbridges.dev.sandbox.powercode;

import java.util.List;

/** The newest customers with what they have, how many are kept, and how PowerCode behaves. */
record PowercodePage(List<PowercodeAccount> items, int total, PowercodeSettings settings) {}
