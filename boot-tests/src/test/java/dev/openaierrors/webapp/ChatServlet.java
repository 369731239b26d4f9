package dev.openaierrors.webapp;

import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** An application whose calls are refused. */
public class ChatServlet extends HttpServlet {

  private static final long serialVersionUID = 1L;
  private static final Logger LOG = LoggerFactory.getLogger(ChatServlet.class);

  /** For the container. */
  public ChatServlet() {}

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response) {
    LOG.error("{} failed", request.getContextPath(), new ChatException());
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
