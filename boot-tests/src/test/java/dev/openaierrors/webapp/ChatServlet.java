package dev.openaierrors.webapp;

import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.net.URI;
import org.apache.logging.log4j.LogManager;
import org.apache.logging.log4j.core.LoggerContext;
import org.apache.logging.log4j.core.config.Configurator;
import org.jspecify.annotations.Nullable;
import org.slf4j.LoggerFactory;

/** An application whose calls are refused. */
public class ChatServlet extends HttpServlet {

  private static final long serialVersionUID = 1L;

  /** Which framework it logs with, by its name in capitals. */
  public static final String FRAMEWORK = "framework";

  /** Address of a configuration of Log4j2 that is the application's own. */
  public static final String CONFIGURATION = "configuration";

  private transient @Nullable LoggerContext own;

  /** For the container. */
  public ChatServlet() {}

  /** As log4j-jakarta-web does where the application has a configuration. */
  @Override
  public void init() {
    String configuration = getInitParameter(CONFIGURATION);
    if (configuration != null) {
      String name = getServletContext().getContextPath();
      own = Configurator.initialize(name, loader(), URI.create(configuration));
    }
  }

  @Override
  public void destroy() {
    Configurator.shutdown(own);
  }

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response) {
    String path = request.getContextPath();
    if ("LOG4J2".equals(getInitParameter(FRAMEWORK))) {
      LogManager.getContext(loader(), false)
          .getLogger(ChatServlet.class)
          .error("{} failed", path, new ChatException());
    } else {
      LoggerFactory.getLogger(ChatServlet.class).error("{} failed", path, new ChatException());
    }
  }

  private static @Nullable ClassLoader loader() {
    return ChatServlet.class.getClassLoader();
  }

  /** Of a class of the application's own. */
  public static class ChatException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    ChatException() {
      super(
          "429 You exceeded your current quota, please check your plan and billing details. (from"
              + " https://api.openai.com/v1)");
    }
  }
}
