package com.partnerbridges.dev.sandbox.atlas;

/** Whether answers are encrypted. */
record AtlasSettings(boolean encrypted) {}
