package com.partnerbridges.shared.edge;

import io.quarkus.runtime.annotations.StaticInitSafe;
import io.smallrye.config.ConfigSourceInterceptor;
import io.smallrye.config.ConfigSourceInterceptorContext;
import io.smallrye.config.ConfigValue;
import io.smallrye.config.Priorities;
import jakarta.annotation.Priority;
import java.util.regex.Pattern;

/**
 * A blank setting counts as missing, so that {@code ${NAME:default}} gives the default. Only what
 * people set is meant, environment variables by their own name; the framework has properties to
 * which an empty value means something.
 */
@StaticInitSafe
@Priority(BlankSettings.NEXT_TO_THE_SOURCES)
public final class BlankSettings implements ConfigSourceInterceptor {

  /** Inside of the interceptors that choose between profiles and put values into expressions. */
  static final int NEXT_TO_THE_SOURCES = Priorities.LIBRARY - 1;

  private static final long serialVersionUID = 1L;
  private static final Pattern SETTING = Pattern.compile("[A-Z][A-Z0-9_]*");

  @Override
  public ConfigValue getValue(ConfigSourceInterceptorContext sources, String name) {
    ConfigValue value = sources.proceed(name);
    boolean blank =
        value != null
            && value.getValue() != null
            && value.getValue().isBlank()
            && SETTING.matcher(name).matches();
    return blank ? null : value;
  }
}
