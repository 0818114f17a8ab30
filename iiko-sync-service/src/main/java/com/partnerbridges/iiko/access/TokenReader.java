package com.partnerbridges.iiko.access;

import com.partnerbridges.shared.edge.Problem;
import io.smallrye.jwt.auth.principal.DefaultJWTCallerPrincipal;
import io.smallrye.jwt.auth.principal.DefaultJWTTokenParser;
import io.smallrye.jwt.auth.principal.JWTAuthContextInfo;
import io.smallrye.jwt.auth.principal.JWTCallerPrincipal;
import io.smallrye.jwt.auth.principal.JWTCallerPrincipalFactory;
import io.smallrye.jwt.auth.principal.ParseException;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Alternative;
import java.util.List;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jose4j.jwk.JsonWebKey;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.jwt.consumer.JwtContext;
import org.jose4j.keys.resolvers.HttpsJwksVerificationKeyResolver;
import org.jose4j.keys.resolvers.VerificationKeyResolver;
import org.jose4j.lang.JoseException;
import org.jose4j.lang.UnresolvableKeyException;

/**
 * Verifies tokens as the framework does, except that a token which cannot be checked is not called
 * a bad one: people would be signed out for it.
 */
@ApplicationScoped
@Alternative
@Priority(1)
class TokenReader extends JWTCallerPrincipalFactory {

  private final DefaultJWTTokenParser parser;
  private final ProviderKeys keys;

  TokenReader(@ConfigProperty(name = "mp.jwt.verify.publickey.location") String location) {
    keys = location.matches("https?:.*") ? new ProviderKeys(location) : null;
    parser = keys == null ? new DefaultJWTTokenParser() : new ByAddress(keys);
  }

  @Override
  public JWTCallerPrincipal parse(String token, JWTAuthContextInfo rules) throws ParseException {
    try {
      JwtContext read = parser.parse(token, rules);
      String type = read.getJoseObjects().get(0).getHeader("typ");
      return new DefaultJWTCallerPrincipal(type, read.getJwtClaims());
    } catch (ParseException refused) {
      if (keys != null && keys.isAway() && isForWantOfAKey(refused)) {
        throw Problem.of(
                503,
                "IDENTITY_PROVIDER_AWAY",
                "The token cannot be checked, since the identity provider does not answer; please"
                    + " try again.")
            .withHeader("Retry-After", "5");
      }
      throw refused;
    }
  }

  private static boolean isForWantOfAKey(Throwable refused) {
    for (Throwable why = refused; why != null; why = why.getCause()) {
      if (why instanceof UnresolvableKeyException) {
        return true;
      }
    }
    return false;
  }

  /** The framework's own keeps what it first found at the address, whatever that was. */
  private static final class ByAddress extends DefaultJWTTokenParser {

    private final VerificationKeyResolver resolver;

    ByAddress(ProviderKeys keys) {
      resolver =
          new HttpsJwksVerificationKeyResolver(keys) {
            @Override
            protected JsonWebKey select(JsonWebSignature token, List<JsonWebKey> found)
                throws JoseException {
              boolean isOnlyAndNameless = found.size() == 1 && found.get(0).getKeyId() == null;
              return isOnlyAndNameless ? found.get(0) : super.select(token, found);
            }
          };
    }

    @Override
    protected VerificationKeyResolver getVerificationKeyResolver(JWTAuthContextInfo rules) {
      return resolver;
    }
  }
}
