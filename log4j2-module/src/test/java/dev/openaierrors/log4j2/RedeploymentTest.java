package dev.openaierrors.log4j2;

import dev.openaierrors.plugin.Redeployment;
import java.util.function.Consumer;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

class RedeploymentTest {

  /** As Log4j's own module for web applications sets it: the container ends them, not the JVM. */
  private static final String HOOK = "log4j.shutdownHookEnabled";

  @Test
  void leavesNothing() throws Exception {
    System.setProperty(HOOK, "false");
    try {
      Redeployment.assertLeavesNothing(Application.class.getName());
    } finally {
      System.clearProperty(HOOK);
    }
  }

  /** Runs in a class loader of its own. */
  public static final class Application implements Consumer<String> {

    private static final String XML =
        """
        <Configuration shutdownHook="disable">
          <Appenders>
            <Capture name="TARGET"/>
            <OpenAiErrors name="OPENAI" jmx="true">
              <AppenderRef ref="TARGET"/>
              <Alert name="quota" when="first"/>
              <Webhook url="%s"/>
            </OpenAiErrors>
          </Appenders>
          <Loggers>
            <Root level="INFO"> <AppenderRef ref="OPENAI"/> </Root>
          </Loggers>
        </Configuration>
        """;

    @Override
    public void accept(String url) {
      try (Log4j log4j = Log4j.fromText(XML.formatted(url))) {
        log4j.logger().error(Payloads.QUOTA);
        Awaitility.await().until(() -> log4j.events("TARGET").size() > 1);
      } catch (Exception e) {
        throw new IllegalStateException(e);
      }
    }
  }
}
