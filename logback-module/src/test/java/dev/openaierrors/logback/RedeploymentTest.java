package dev.openaierrors.logback;

import dev.openaierrors.plugin.Redeployment;
import java.util.Map;
import java.util.function.Consumer;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

class RedeploymentTest {

  @Test
  void leavesNothing() throws Exception {
    Redeployment.assertLeavesNothing(Application.class.getName());
  }

  /** Runs in a class loader of its own. */
  public static final class Application implements Consumer<String> {

    private static final String XML =
        """
        <configuration>
          <appender name="TARGET" class="dev.openaierrors.logback.CapturingAppender"/>
          <appender name="OPENAI" class="dev.openaierrors.logback.OpenAiErrorAppender">
            <appender-ref ref="TARGET"/>
            <jmx>true</jmx>
            <alert> <name>quota</name> <when>first</when> </alert>
            <webhook> <url>%s</url> </webhook>
          </appender>
          <root level="INFO"> <appender-ref ref="OPENAI"/> </root>
        </configuration>
        """;

    @Override
    public void accept(String url) {
      try (Logback logback = Logback.fromText(XML.formatted(url), Map.of())) {
        CapturingAppender target = logback.appender("TARGET", CapturingAppender.class);
        logback.logger().error(Payloads.QUOTA);
        Awaitility.await().until(() -> target.events().size() > 1);
      } catch (Exception e) {
        throw new IllegalStateException(e);
      }
    }
  }
}
