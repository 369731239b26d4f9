package dev.openaierrors.error;

/** A user or a number, a colon, and the password or token: what programs log in with. */
final class SecretLogins {

  private static final int MAX_PART = 256;
  private static final int MAX_PORT = 5;
  private static final int MIN_BOT = 6;
  private static final int MIN_BOTS_TOKEN = 10;
  private static final int MIN_TOKEN = 30;

  /** Options of command lines that take a user and a password. */
  private static final String[] OPTIONS = {"u", "a", "user", "proxy-user"};

  /** Commands, and the letter of the option that is followed by a password. */
  private static final String[][] COMMANDS = {
    {"sshpass", "p"},
    {"ldapsearch", "w"},
    {"ldapmodify", "w"},
    {"redis-cli", "a"},
    {"mysql", "p"},
    {"mysqldump", "p"},
    {"mosquitto_pub", "P"},
    {"sqlcmd", "P"}
  };

  private final SecretText text;
  private final char[] s;
  private final int n;

  SecretLogins(SecretText text) {
    this.text = text;
    this.s = text.chars();
    this.n = text.length();
  }

  /** Where the login ends that begins with this word; its start if it is none. */
  int login(int at, int end) {
    if (at > 0 && s[at - 1] == '-') {
      int option = option(at, end);
      if (option > at) {
        return option;
      }
    }
    if (end >= n || s[end] != ':') {
      return at;
    }
    int bot = bot(at, end);
    return bot > at ? bot : inPasswordFile(at);
  }

  /** {@code -u jane:password}, {@code -ujane:password}, {@code --user "jane:password"}. */
  private int option(int at, int end) {
    for (String option : OPTIONS) {
      int user = text.isWord(at, end, option) ? text.nextArgument(end) : end;
      int to = user > end ? user(at, user) : at;
      if (to > at) {
        return to;
      }
    }
    boolean shortName = at < 2 || (s[at - 2] != '-' && !Chars.isIdent(s[at - 2]));
    for (String[] command : COMMANDS) {
      if (shortName && s[at] == command[1].charAt(0) && isOf(command[0], at)) {
        int next = end - at == 1 ? text.nextArgument(end) : at + 1;
        return next > end || end - at > 1 ? text.mark(next, text.unquotedEnd(next)) : at;
      }
    }
    if (text.isWord(at, end, "p") && end < n && s[end] == ' ') {
      int next = text.blanksEnd(end);
      int to = text.unquotedEnd(next);
      boolean path = text.indexOf('/', next, to) >= 0 || text.indexOf(':', next, to) >= 0;
      return !path && ValueShape.isNoWord(s, next, to, true) ? text.mark(next, to) : at;
    }
    boolean glued = Chars.lower(s[at]) == 'u' && (at < 2 || s[at - 2] <= ' ');
    return glued ? user(at, at + 1) : at;
  }

  /** Whether the option stands in a line of this command. */
  private boolean isOf(String command, int at) {
    for (int i = at - 1; i > 0 && at - i < MAX_PART && s[i] != '\n'; i--) {
      if (Chars.startsWith(s, i - 1, n, command) && text.isWordAt(i - 1, command)) {
        return true;
      }
    }
    return false;
  }

  private int user(int at, int from) {
    boolean quoted = from < n && Chars.isAsciiQuote(s[from]);
    int start = quoted ? from + 1 : from;
    int colon = start;
    while (colon < n
        && colon - start < MAX_PART
        && (Chars.isIdent(s[colon]) || ".-+@\\".indexOf(s[colon]) >= 0)) {
      colon++;
    }
    if (colon == start || colon + 1 >= n || s[colon] != ':' || s[colon + 1] <= ' ') {
      return at;
    }
    int end = quoted ? text.quoteEnd(from) : text.unquotedEnd(colon + 1);
    boolean ids = true;
    for (int i = colon + 1; i < end; i++) {
      ids &= Chars.isDigit(s[i]);
    }
    return ids || s[colon + 1] == '/' ? at : text.mark(colon + 1, end);
  }

  /** The number of a bot, with or without the word before it, and its token. */
  private int bot(int at, int end) {
    int number = end;
    while (number > at && Chars.isDigit(s[number - 1])) {
      number--;
    }
    if (end - number < MIN_BOT) {
      return at;
    }
    boolean named = Chars.endsWith(s, number, "bot");
    boolean upper = false;
    boolean lower = false;
    int to = end + 1;
    while (to < n && to - end < MAX_PART && (Chars.isIdent(s[to]) || s[to] == '-')) {
      upper |= s[to] >= 'A' && s[to] <= 'Z';
      lower |= s[to] >= 'a' && s[to] <= 'z';
      to++;
    }
    int shortest = named ? MIN_BOTS_TOKEN : MIN_TOKEN;
    boolean token = to - end > shortest && (named || (upper && lower));
    return token ? text.mark(number, to) : at;
  }

  /** A line of a .pgpass file: {@code host:port:database:user:password}. */
  int inPasswordFile(int at) {
    int host = partEnd(at);
    int port = partEnd(host + 1);
    int database = partEnd(port + 1);
    int user = partEnd(database + 1);
    if (user >= n || s[user] != ':' || user <= database || !holdsOtherThanHex(at, user)) {
      return at;
    }
    if (!isPort(host + 1, port) || (at > 0 && s[at - 1] == '/')) {
      return at;
    }
    int end = user + 1;
    while (end < n && s[end] > ' ' && end - user < MAX_PART) {
      end++;
    }
    return text.mark(user + 1, end);
  }

  /** As no address of a network card, and of version 6, does. */
  private boolean holdsOtherThanHex(int from, int to) {
    for (int i = from; i < to; i++) {
      if (s[i] != ':' && Character.digit(s[i], 16) < 0) {
        return true;
      }
    }
    return false;
  }

  private boolean isPort(int from, int to) {
    if (to - from == 1 && s[from] == '*') {
      return true;
    }
    for (int i = from; i < to; i++) {
      if (!Chars.isDigit(s[i])) {
        return false;
      }
    }
    return to - from > 2 && to - from <= MAX_PORT;
  }

  /** The colon behind a part of the line, or where it turns out to be none. */
  private int partEnd(int from) {
    int at = from;
    int limit = Math.min(n, from + MAX_PART);
    while (at < limit && (Chars.isIdent(s[at]) || "-.*$@".indexOf(s[at]) >= 0)) {
      at++;
    }
    return at < limit && s[at] == ':' && at > from ? at : n;
  }
}
