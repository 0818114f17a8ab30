package com.partnerbridges.iiko.console;

import com.partnerbridges.iiko.log.RunProgress;
import java.util.List;

/** All that the page shows of an account. */
record AccountFragment(
    String id,
    boolean mayAct,
    ConnectionLine connection,
    List<EntityLine> entities,
    List<RunProgress> runs,
    List<ErrorLine> errors) {}
