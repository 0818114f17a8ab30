package com.partnerbridges.iiko.console;

import com.partnerbridges.iiko.log.RunProgress;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.List;

/** All that the page shows of an account. */
@RegisterForReflection // for Qute
record AccountFragment(
    String id,
    boolean mayAct,
    ConnectionLine connection,
    List<EntityLine> entities,
    List<RunProgress> runs,
    List<ErrorLine> errors) {}
