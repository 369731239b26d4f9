package dev.openaierrors.error;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Loggers and classes are to be read; keys that have dots are not. */
class DottedNameTest {

  private static final String SMALL = "abcdefghijklmnopqrstuvwxyz0123456789";
  private static final String ANY = SMALL + "ABCDEFGHIJKLMNOPQRSTUVWXYZ";

  @ParameterizedTest
  @ValueSource(
      strings = {
        "org.jboss.as.ejb3.invocation",
        "org.apache.http.HttpRequest",
        "org.apache.http.impl.execchain.RetryExec",
        "org.eclipse.jgit.revwalk.ObjectWalk",
        "org.codehaus.mojo.exec.ExecMojo",
        "org.objectweb.asm.tree.LdcInsnNode",
        "com.acme.k8s.sync.JobRunner",
        "com.acme.crypto.GCMBlockCipher",
        "org.hibernate.engine.jdbc.spi.SqlExceptionHelper",
        "org.springframework.kafka.listener.KafkaMessageListenerContainer",
        "io.netty.handler.codec.http2.DefaultHttp2Connection",
        "custom_components.extended_openai_conversation.helpers",
        "Microsoft.AspNetCore.Server.Kestrel.Connections",
        "org.h2.engine.SessionLocal"
      })
  void namesOfClassesAndLoggersStay(String name) {
    assertThat(Redactor.clean(name, 500)).isEqualTo(name);
    assertThat(Redactor.clean("ERROR [" + name + "] (default task-9) failed", 500)).contains(name);
    assertThat(Redactor.clean("at " + name + ".call(X.java:7)", 500)).contains(name);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "k3f9q.7zx2m.p4w8d.v6t1n.b5r0c",
        "Xq7Zk.pT4vN.w9RbL.mC2sD.yH6gF",
        "eyJhbGciOi.J9eyJzdWI.iOiIxMjM0",
        "qz8x.vk3w.jx7q.zp5v.wq9k.xj2z",
        "sk-proj-abcd.efgh.ijkl.mnop"
      })
  void keysWithDotsDoNot(String key) {
    assertThat(Redactor.clean("got " + key + " here", 500)).isEqualTo("got [redacted] here");
  }

  @RepeatedTest(20)
  void whatIsRandomBetweenDotsSeldomLooksLikeAName() {
    long seed = new Random().nextLong();
    Random random = new Random(seed);
    int shown = 0;
    for (int i = 0; i < 200; i++) {
      String key = key(random);
      shown += key.equals(Redactor.clean(key, 500)) ? 1 : 0;
    }
    assertThat(shown).as("seed %d", seed).isLessThan(30);
  }

  private static String key(Random random) {
    String letters = random.nextBoolean() ? SMALL : ANY;
    StringBuilder key = new StringBuilder();
    for (int part = 0; part < 4; part++) {
      key.append(part == 0 ? "" : ".");
      for (int i = 0; i < 8; i++) {
        key.append(letters.charAt(random.nextInt(letters.length())));
      }
    }
    return key.toString();
  }
}
