package com.partnerbridges.dev.sandbox.utopia;

import java.util.List;

/** The newest orders, how many are kept, and what the provider has set. */
record UtopiaPage(List<UtopiaOrder> items, int total, UtopiaSettings settings) {}
