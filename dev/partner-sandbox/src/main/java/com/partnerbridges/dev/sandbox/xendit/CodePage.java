package com.partnerbridges.dev.sandbox.xendit;

import java.util.List;

/** The newest codes, how many are kept, and what the merchant has set. */
record CodePage(List<XenditCode> items, int total, XenditSettings settings) {}
