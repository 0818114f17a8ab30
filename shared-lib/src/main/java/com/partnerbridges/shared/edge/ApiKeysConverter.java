package com.partnerbridges.shared.edge;

import org.eclipse.microprofile.config.spi.Converter;

/**
 * Reads API keys from configuration; unlike the implicit way by a static method, it keeps the
 * reason of a refusal.
 */
public final class ApiKeysConverter implements Converter<ApiKeys> {
  private static final long serialVersionUID = 1;

  @Override
  public ApiKeys convert(String text) {
    return text.isBlank() ? null : ApiKeys.parse(text);
  }
}
