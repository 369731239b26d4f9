/**
 * Recognises OpenAI API errors and alerts by them; knows no logging framework.
 *
 * <p>Needs no more than {@code java.base}. Where a runtime image has {@code java.net.http}, alerts
 * can be sent to HTTP destinations; where it has {@code java.management}, there can be an MXBean.
 */
module dev.openaierrors.core {
  requires static java.management;
  requires static java.net.http;
  requires static org.jspecify;

  exports dev.openaierrors.alert;
  exports dev.openaierrors.delivery;
  exports dev.openaierrors.error;
  exports dev.openaierrors.plugin;
}
