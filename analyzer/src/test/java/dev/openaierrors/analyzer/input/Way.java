package dev.openaierrors.analyzer.input;

import java.time.Instant;
import java.util.function.Function;

/** What tools put before each line. */
enum Way {
  NONE(false, t -> ""),
  DOCKER_T(true, t -> nano(t) + " "),
  COMPOSE(false, t -> "shop-1  | "),
  COMPOSE_T(true, t -> "shop-1  | " + nano(t) + " "),
  COMPOSE_COLOUR(false, t -> "\u001b[36mshop-1  |\u001b[0m "),
  DOCKER_DESKTOP(true, t -> time(t, "yyyy-MM-dd HH:mm:ss") + " "),
  KUBECTL_PREFIX(false, t -> "[pod/shop-5d9c7b8f6-abcde/shop] "),
  KUBECTL_BOTH(true, t -> "[pod/shop-5d9c7b8f6-abcde/shop] " + nano(t) + " "),
  STERN(false, t -> "shop-5d9c7b8f6-abcde shop "),
  STERN_ALL(false, t -> "prod shop-5d9c7b8f6-abcde shop "),
  STERN_SIGNS(false, t -> "shop-5d9c7b8f6-abcde \u203a shop \u2502 "),
  KUBETAIL(false, t -> "[shop-5d9c7b8f6-abcde shop] "),
  K9S(true, t -> String.format("%-31s", nano(t)) + "shop-5d9c7b8f6-abcde shop "),
  GITHUB(true, t -> time(t, "yyyy-MM-dd'T'HH:mm:ss.SSSSSSS'Z'") + " "),
  GH_RUN_VIEW(
      true,
      t -> "verify (17)\tRun the tests\t" + time(t, "yyyy-MM-dd'T'HH:mm:ss.SSSSSSS'Z'") + " "),
  GITLAB(true, t -> time(t, "yyyy-MM-dd'T'HH:mm:ss.SSSSSS'Z'") + " 01O "),
  AWS_LOGS_TAIL(true, t -> micro(t) + "+00:00 ecs/shop/0f1e2d3c4b5a "),
  AWSLOGS(false, t -> "/ecs/shop ecs/shop/0f1e2d3c4b5a "),
  HEROKU(true, t -> micro(t) + "+00:00 app[web.1]: "),
  FLY(true, t -> time(t, "yyyy-MM-dd'T'HH:mm:ss'Z'") + " app[148e21ea7e9a89] fra [info] "),
  RAILWAY(true, t -> nano(t) + " [inf]  "),
  RENDER(true, t -> time(t, "MMM d h:mm:ss a").replace("am", "AM") + "  "),
  CLOUD_FOUNDRY(
      true, t -> "   " + time(t, "yyyy-MM-dd'T'HH:mm:ss.SS") + "+0000 [APP/PROC/WEB/0] OUT "),
  LOGCLI(true, t -> nano(t) + " {app=\"shop\", pod=\"shop-5d9c7b8f6-abcde\"} "),
  JOURNAL(true, t -> time(t, "MMM dd HH:mm:ss") + " node1 shop[711]: "),
  JOURNAL_PRECISE(true, t -> time(t, "MMM dd HH:mm:ss.SSSSSS") + " node1 shop[711]: "),
  JOURNAL_ISO(true, t -> time(t, "yyyy-MM-dd'T'HH:mm:ss") + "+0000 node1 shop[711]: "),
  JOURNAL_FULL(true, t -> time(t, "EEE yyyy-MM-dd HH:mm:ss") + " UTC node1 shop[711]: "),
  JOURNAL_UNIX(true, t -> t.getEpochSecond() + "." + time(t, "SSSSSS") + " node1 shop[711]: "),
  RSYSLOG(true, t -> micro(t) + "+00:00 node1 shop: "),
  RFC_3164(true, t -> "<14>" + time(t, "MMM dd HH:mm:ss") + " node1 shop: "),
  RFC_5424(true, t -> "<14>1 " + micro(t) + "Z node1 shop 711 - - "),
  CRI(true, t -> nano(t) + " stdout F "),
  CRI_IN_KUBECTL(true, t -> "[pod/shop-5d9c7b8f6-abcde/shop] " + nano(t) + " stdout F "),
  PM2(false, t -> "0|shop     | "),
  PM2_TIME(true, t -> "0|shop  | " + time(t, "yyyy-MM-dd'T'HH:mm:ss") + ": "),
  FOREMAN(false, t -> time(t, "HH:mm:ss") + " web.1  | "),
  CONCURRENTLY(false, t -> "[0] "),
  LOGCAT(true, t -> time(t, "MM-dd HH:mm:ss.SSS") + "  1234  1250 E System.err: "),
  JENKINS(true, t -> "[" + time(t, "yyyy-MM-dd'T'HH:mm:ss.SSS'Z'") + "] "),
  JENKINS_PARALLEL(true, t -> "[" + time(t, "yyyy-MM-dd'T'HH:mm:ss.SSS'Z'") + "] [shop] "),
  ANT(false, t -> "     [java] "),
  GREP(false, t -> "logs/shop.log:"),
  TABS(true, t -> micro(t) + "Z\t"),
  TURBOREPO(false, t -> "shop:dev: ");

  private final boolean dated;
  private final Function<Instant, String> head;

  Way(boolean dated, Function<Instant, String> head) {
    this.dated = dated;
    this.head = head;
  }

  /** The lines of an event, each with its head. */
  String wrap(Instant time, String lines) {
    String before = head.apply(time);
    return before + lines.replace("\n", "\n" + before) + "\n";
  }

  /** Whether it says when, with a date. */
  boolean saysTime() {
    return dated;
  }

  private static String nano(Instant time) {
    return time(time, "yyyy-MM-dd'T'HH:mm:ss.SSSSSSSSS'Z'");
  }

  private static String micro(Instant time) {
    return time(time, "yyyy-MM-dd'T'HH:mm:ss.SSSSSS");
  }

  private static String time(Instant time, String pattern) {
    return Layout.format(time, pattern);
  }
}
