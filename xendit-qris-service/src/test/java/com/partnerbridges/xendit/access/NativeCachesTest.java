package com.partnerbridges.xendit.access;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.benmanes.caffeine.cache.Cache;
import io.quarkus.arc.ClientProxy;
import io.quarkus.caffeine.runtime.graal.CacheConstructorsFeature;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.lang.reflect.Field;
import java.time.Clock;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Caffeine finds its classes by name; a native executable has only those that are registered. */
@QuarkusTest
class NativeCachesTest {

  @Inject SignIns signIns;

  @Test
  void bucketsWorkInANativeExecutable() throws ReflectiveOperationException {
    assertRegistered(field(new Buckets(1, Clock.systemUTC()), Buckets.class, "buckets"));
  }

  @Test
  void signInsWorkInANativeExecutable() throws ReflectiveOperationException {
    assertRegistered(field(ClientProxy.unwrap(signIns), SignIns.class, "remembered"));
  }

  private static void assertRegistered(Object cache) throws ReflectiveOperationException {
    Object map = ((Cache<?, ?>) cache).asMap();
    Class<?> bounded = map.getClass();
    while (!bounded.getSimpleName().equals("BoundedLocalCache")) {
      bounded = bounded.getSuperclass();
    }
    Object nodes = field(map, bounded, "nodeFactory");

    assertThat(CacheConstructorsFeature.typesNeedingConstructorsRegistered())
        .containsAll(Stream.of(map, nodes).map(it -> it.getClass().getName()).toList());
  }

  private static Object field(Object owner, Class<?> type, String name)
      throws ReflectiveOperationException {
    Field field = type.getDeclaredField(name);
    field.setAccessible(true);
    return field.get(owner);
  }
}
