import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Logs one line without an error and one with an error of OpenAI's API. */
public final class Service {

  private static final Logger LOG = LoggerFactory.getLogger(Service.class);

  private Service() {}

  public static void main(String[] args) {
    LOG.info("Started");
    LOG.error(
        "Chat failed: 429 from https://api.openai.com/v1/chat/completions: {}",
        "{\"error\":{\"message\":\"You exceeded your current quota, please check your plan and"
            + " billing details.\",\"type\":\"insufficient_quota\",\"param\":null,"
            + "\"code\":\"insufficient_quota\"}}");
  }
}
