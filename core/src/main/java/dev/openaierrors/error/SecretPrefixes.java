package dev.openaierrors.error;

import java.util.Arrays;
import java.util.Locale;

/**
 * What the keys of well-known services begin with: facts, one a line, on top of what is general.
 */
final class SecretPrefixes {

  /**
   * Prefix, shortest rest, and what the rest must be: {@code any}; {@code mixed}, where people
   * begin words of their own so, holds digits or capitals; {@code upper}, capitals and digits only.
   */
  private static final String TABLE =
      """
      sk- 4 any
      sk_ 4 mixed
      pk- 6 mixed
      pk_ 6 mixed
      rk- 6 mixed
      rk_ 6 mixed
      ak- 8 mixed
      sess- 6 mixed
      ek_ 8 mixed
      org- 4 mixed
      org_ 4 mixed
      proj- 4 mixed
      proj_ 4 mixed
      user- 8 mixed
      key- 6 mixed
      key_ 8 mixed
      svcacct- 6 mixed
      sk-ant- 4 any
      gsk_ 6 any
      xai- 8 mixed
      pplx- 8 mixed
      nvapi- 8 mixed
      hf_ 8 mixed
      api_org_ 8 mixed
      r8_ 8 any
      fw_ 12 mixed
      tgp_v1_ 4 any
      jina_ 8 mixed
      csk- 8 mixed
      lsv2_ 4 any
      lsv2- 4 any
      ls__ 8 mixed
      pcsk_ 6 any
      esecret_ 4 any
      AIza 12 any
      ya29. 6 any
      GOCSPX- 4 any
      AKIA 12 upper
      ASIA 12 upper
      ABIA 12 upper
      ACCA 12 upper
      ABSK 12 mixed
      ghp_ 6 any
      gho_ 6 any
      ghs_ 6 any
      ghu_ 6 any
      ghr_ 6 any
      github_pat_ 4 any
      glpat- 4 any
      gldt- 4 any
      glrt- 4 any
      glcbt- 4 any
      glptt- 4 any
      glft- 8 any
      glsoat- 4 any
      glimt- 4 any
      glagent- 4 any
      GR1348941 8 any
      bbdc- 6 any
      ATBB 16 mixed
      ATATT3 8 any
      npm_ 8 mixed
      pypi- 8 mixed
      rubygems_ 6 mixed
      dckr_pat_ 4 any
      dckr_oat_ 4 any
      hvs. 6 any
      hvb. 6 any
      hvr. 6 any
      dop_v1_ 4 any
      doo_v1_ 4 any
      dor_v1_ 4 any
      xoxb- 4 any
      xoxp- 4 any
      xoxa- 4 any
      xoxe- 4 any
      xoxe. 4 any
      xoxr- 4 any
      xoxs- 4 any
      xoxc- 4 any
      xoxd- 4 any
      xapp- 4 any
      xwfp- 4 any
      SG. 12 mixed
      sq0atp- 4 any
      sq0csp- 4 any
      EAAA 20 mixed
      EAAC 20 mixed
      whsec_ 4 any
      rzp_ 8 mixed
      shpat_ 4 any
      shpss_ 4 any
      shpca_ 4 any
      shppa_ 4 any
      PMAK- 4 any
      lin_api_ 4 any
      lin_oauth_ 4 any
      ntn_ 12 mixed
      dapi 30 mixed
      dp.pt. 4 any
      dp.st. 4 any
      dt0c01. 4 any
      NRAK- 4 any
      NRII- 4 any
      NRJS- 4 any
      glc_ 8 any
      glsa_ 4 any
      eyJ 8 any
      sntrys_ 4 any
      sntryu_ 4 any
      phc_ 12 any
      phx_ 12 any
      tfp_ 8 any
      nfp_ 8 mixed
      CFPAT- 4 any
      key-live- 4 any
      AGE-SECRET-KEY- 4 any
      sbp_ 8 any
      sb_secret_ 4 any
      tvly- 6 any
      e2b_ 8 mixed
      mem0- 8 any
      """;

  private static final int ASCII = 128;

  /** What begins with each ASCII character, in lower case. */
  private static final Prefix[][] BY_FIRST = new Prefix[ASCII][];

  static {
    Arrays.fill(BY_FIRST, new Prefix[0]);
    for (String line : TABLE.strip().split("\n", -1)) {
      String[] cells = line.strip().split(" ", -1);
      Rest rest = Rest.valueOf(cells[2].toUpperCase(Locale.ROOT));
      add(new Prefix(cells[0], Integer.parseInt(cells[1]), rest));
    }
  }

  private static void add(Prefix prefix) {
    char first = Chars.lower(prefix.text().charAt(0));
    Prefix[] more = Arrays.copyOf(BY_FIRST[first], BY_FIRST[first].length + 1);
    more[more.length - 1] = prefix;
    BY_FIRST[first] = more;
  }

  private enum Rest {
    ANY,
    MIXED,
    UPPER
  }

  private record Prefix(String text, int shortest, Rest rest) {}

  private SecretPrefixes() {}

  /** Whether a key begins here that goes on to {@code end}. */
  static boolean begins(char[] text, int at, int end) {
    return begins(text, at, end, false);
  }

  /**
   * As above.
   *
   * @param inside whether other words stand before it in the same name, as people make names
   */
  static boolean begins(char[] text, int at, int end, boolean inside) {
    char first = at < end ? Chars.lower(text[at]) : ASCII;
    if (first >= ASCII) {
      return false;
    }
    for (Prefix prefix : BY_FIRST[first]) {
      int rest = at + prefix.text().length();
      if (end - rest >= prefix.shortest()
          && startsWith(text, at, prefix)
          && isRest(text, rest, end, prefix.rest())
          && (!inside || prefix.rest() != Rest.MIXED || RandomWord.is(text, rest, end))) {
        return true;
      }
    }
    return false;
  }

  /** Prefixes of capitals are capitals; of the others, users make what they like. */
  private static boolean startsWith(char[] text, int at, Prefix prefix) {
    String wanted = prefix.text();
    boolean exact = wanted.charAt(0) <= 'Z' || prefix.text().length() < 3;
    for (int i = 0; i < wanted.length(); i++) {
      char c = text[at + i];
      if (c != wanted.charAt(i) && (exact || Chars.lower(c) != wanted.charAt(i))) {
        return false;
      }
    }
    return true;
  }

  private static boolean isRest(char[] text, int from, int end, Rest rest) {
    boolean digit = false;
    boolean upper = false;
    boolean lower = false;
    boolean masked = false;
    for (int i = from; i < end; i++) {
      digit |= Chars.isDigit(text[i]);
      upper |= text[i] >= 'A' && text[i] <= 'Z';
      lower |= text[i] >= 'a' && text[i] <= 'z';
      masked |= text[i] == '*' || text[i] == '\u2022';
    }
    return switch (rest) {
      case ANY -> true;
      case MIXED -> digit || upper || masked || RandomWord.is(text, from, end);
      case UPPER -> !lower;
    };
  }
}
