package dev.openaierrors.log4j2;

import static dev.openaierrors.Patience.await;

import dev.openaierrors.plugin.Redeployment;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class RedeploymentTest {

  /** As Log4j's own module for web applications sets it: the container ends them, not the JVM. */
  private static final String HOOK = "log4j.shutdownHookEnabled";

  @BeforeEach
  void setHook() {
    System.setProperty(HOOK, "false");
  }

  @AfterEach
  void clearHook() {
    System.clearProperty(HOOK);
  }

  @Test
  void leavesNothing() throws Exception {
    Redeployment.assertLeavesNothing(Application.class.getName());
  }

  @Test
  void leavesNothingWhereNobodyStopsItAndNothingHappened() throws Exception {
    Redeployment.assertLeavesNothing(Quiet.class.getName(), new String[0]);
  }

  @Test
  void leavesNothingWhereNobodyStopsItAndAllHasSettled() throws Exception {
    Redeployment.assertLeavesNothing(Settled.class.getName(), "firing", "resolved");
  }

  @Test
  void leavesNothingWhereNobodyStopsItAndAnAlertIsOpen() throws Exception {
    Redeployment.assertLeavesNothing(Open.class.getName(), "firing");
  }

  /** Nobody stops it. */
  public static final class Open implements Consumer<String> {

    @Override
    public void accept(String url) {
      try {
        Log4j log4j = Log4j.fromText(Application.XML.formatted(url));
        log4j.logger().error(Payloads.QUOTA);
        await("an alert").until(() -> log4j.events("TARGET").size() > 1);
        Redeployment.awaitDelivery(ContextAlerts.of(log4j.context()).services());
      } catch (Exception e) {
        throw new IllegalStateException(e);
      }
    }
  }

  /** Nobody stops it, as in a web application without Log4j's module for those. */
  public static final class Quiet implements Consumer<String> {

    @Override
    public void accept(String url) {
      try {
        Log4j.fromText(Application.XML.formatted(url).replace("jmx=\"true\"", ""))
            .logger()
            .error("nothing of OpenAI");
      } catch (Exception e) {
        throw new IllegalStateException(e);
      }
    }
  }

  /** Nobody stops it. */
  public static final class Settled implements Consumer<String> {

    @Override
    public void accept(String url) {
      try {
        String xml =
            Application.XML
                .formatted(url)
                .replace("jmx=\"true\"", "")
                .replace("when=", "quiet=\"1s\" when=");
        Log4j log4j = Log4j.fromText(xml);
        log4j.logger().error(Payloads.QUOTA);
        Redeployment.awaitRest(ContextAlerts.of(log4j.context()).services());
      } catch (Exception e) {
        throw new IllegalStateException(e);
      }
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
        await("an alert").until(() -> log4j.events("TARGET").size() > 1);
        // So that the end has little to send: it does not wait for a slow machine.
        Redeployment.awaitDelivery(ContextAlerts.of(log4j.context()).services());
      } catch (Exception e) {
        throw new IllegalStateException(e);
      }
    }
  }
}
