package com.partnerbridges.xendit.access;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.partnerbridges.xendit.AesCbc;
import com.partnerbridges.xendit.XenditConfig;
import jakarta.ws.rs.container.ContainerResponseContext;
import java.util.Map;
import java.util.Optional;
import org.jboss.resteasy.reactive.server.ServerResponseFilter;

/**
 * Existing front ends read the two answers that they poll as {@code {"data": base64}}, where the
 * text is the whole envelope, encrypted. Status and headers stay as they are.
 */
class ResponseEncryption {

  private static final int OK = 200;

  private final Optional<AesCbc> cipher;
  private final ObjectMapper mapper;

  ResponseEncryption(XenditConfig config, ObjectMapper mapper) {
    XenditConfig.Encryption encryption = config.encryption();
    this.cipher =
        encryption.enabled()
            // the rules of the settings see to it that both are there
            ? Optional.of(new AesCbc(encryption.key().orElseThrow(), encryption.iv().orElseThrow()))
            : Optional.empty();
    this.mapper = mapper;
  }

  @Encrypted
  @ServerResponseFilter
  public void filter(ContainerResponseContext response) {
    if (response.getStatus() == OK && response.hasEntity()) {
      cipher.ifPresent(it -> response.setEntity(Map.of("data", it.encrypt(json(response)))));
    }
  }

  private byte[] json(ContainerResponseContext response) {
    try {
      return mapper.writeValueAsBytes(response.getEntity());
    } catch (JsonProcessingException ours) {
      throw new IllegalStateException("an answer cannot be written as JSON", ours);
    }
  }
}
