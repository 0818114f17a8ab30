package com.partnerbridges.iiko.console;

import com.partnerbridges.iiko.run.RunView;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.List;

/** All that the page shows of an account. */
@RegisterForReflection // for Qute
record AccountFragment(
    String id,
    boolean mayAct,
    ConnectionLine connection,
    List<EntityLine> entities,
    List<RunView> runs,
    List<ErrorLine> errors) {}
