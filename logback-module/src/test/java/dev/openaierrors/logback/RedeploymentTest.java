package dev.openaierrors.logback;

import static dev.openaierrors.Patience.await;

import dev.openaierrors.plugin.Redeployment;
import java.util.Map;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

class RedeploymentTest {

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
        Logback logback = Logback.fromText(Application.XML.formatted(url), Map.of());
        CapturingAppender target = logback.appender("TARGET", CapturingAppender.class);
        logback.logger().error(Payloads.QUOTA);
        await("an alert").until(() -> target.events().size() > 1);
        Redeployment.awaitDelivery(ContextAlerts.of(logback.context()).services());
      } catch (Exception e) {
        throw new IllegalStateException(e);
      }
    }
  }

  /** Nobody stops it. */
  public static final class Quiet implements Consumer<String> {

    @Override
    public void accept(String url) {
      try {
        Logback.fromText(Application.XML.formatted(url).replace("<jmx>true</jmx>", ""), Map.of())
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
                .replace("<jmx>true</jmx>", "")
                .replace("</when>", "</when><quiet>1s</quiet>");
        Logback logback = Logback.fromText(xml, Map.of());
        logback.logger().error(Payloads.QUOTA);
        Redeployment.awaitRest(ContextAlerts.of(logback.context()).services());
      } catch (Exception e) {
        throw new IllegalStateException(e);
      }
    }
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
        await("an alert").until(() -> target.events().size() > 1);
        // So that the end has little to send: it does not wait for a slow machine.
        Redeployment.awaitDelivery(ContextAlerts.of(logback.context()).services());
      } catch (Exception e) {
        throw new IllegalStateException(e);
      }
    }
  }
}
