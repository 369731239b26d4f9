package dev.openaierrors.analyzer;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;

/**
 * A file that somebody or something has spoilt, and what is right to make of it.
 *
 * @param title what it is
 * @param name of the file
 * @param content what is in it
 * @param errors OpenAI errors that are to be found in it; -1 if that is anybody's guess
 * @param failure part of the sentence why it, or its rest, was not read; empty if all can be read
 */
record HostileFile(String title, String name, Content content, int errors, String failure) {

  /** Bytes of a file, written when they are needed. */
  interface Content {
    byte[] bytes();
  }

  static final String ERROR =
      "2026-05-04 10:00:00,000 ERROR [main] shop.Chat - OpenAI 401: Incorrect API key provided:"
          + " sk-x. You can find your API key at https://platform.openai.com/account/api-keys.\n";
  private static final String FINE =
      "2026-05-04 10:00:01,000 INFO  [main] shop.Chat - Order 17 was paid\n";
  private static final String LOG = (ERROR + FINE.repeat(40)).repeat(300);
  private static final String DAMAGED = "damaged";

  @Override
  public String toString() {
    return title;
  }

  static List<HostileFile> all() {
    return Stream.of(numbers(), times(), packed(), foreign(), large(), badBytes(), encodings())
        .flatMap(files -> files)
        .toList();
  }

  private static HostileFile readable(String title, String text, int errors) {
    return new HostileFile(title, "hostile.log", () -> utf8(text), errors, "");
  }

  private static HostileFile broken(
      String title, String name, byte[] bytes, int errors, String why) {
    return new HostileFile(title, name, () -> bytes, errors, why);
  }

  /** An event whose time is no time still is an event. */
  private static Stream<HostileFile> numbers() {
    return Stream.of(
            "1e400",
            "-1e400",
            "1e1000000000",
            "1e-1000000000",
            "1e99999999999",
            "-9223372036854775809",
            "99999999999999999999",
            "1e18",
            "-1",
            "0.1e309",
            "1" + "0".repeat(900),
            "1" + "0".repeat(5000),
            "true",
            "[1]",
            "{\"a\":1}")
        .map(number -> readable("time " + start(number), json("timestamp", number), 1));
  }

  private static Stream<HostileFile> times() {
    Stream<HostileFile> texts =
        Stream.of(
                "-999999999-01-01T00:00:00Z",
                "+999999999-12-31T23:59:59Z",
                "0000-00-00T00:00:00Z",
                "9999-12-31T23:59:59-18:00",
                "0001-01-01T00:00:00+18:00",
                "2026-02-31T25:61:61Z",
                "2026-05-04T10:00:00+99:99",
                "1e400",
                "9".repeat(39),
                "NaN")
            .map(
                time ->
                    readable("time '" + start(time) + "'", json("@timestamp", quoted(time)), 1));
    Stream<HostileFile> instants =
        Stream.of(
                "31556889864403199,\"nanoOfSecond\":999999999",
                "-31557014167219200",
                "1e400,\"nanoOfSecond\":9223372036854775807",
                "9223372036854775807,\"nanoOfSecond\":9223372036854775807")
            .map(second -> "{\"epochSecond\":" + second + "}")
            .map(instant -> readable("instant " + instant, json("instant", instant), 1));
    return Stream.concat(texts, instants);
  }

  private static Stream<HostileFile> packed() {
    byte[] gzip = gzip(LOG);
    byte[] zstd = zstd(LOG);
    byte[] few = gzip(ERROR);
    byte[] nothing = {};
    return Stream.of(
        broken("gzip with another method", "a.gz", flipped(gzip, 2), 0, DAMAGED),
        broken("gzip with a bad block", "a.gz", flipped(gzip, 200), -1, DAMAGED),
        broken("gzip with a bad checksum", "a.gz", flipped(gzip, gzip.length - 6), 300, "checksum"),
        broken("gzip with a bad length", "a.gz", flipped(gzip, gzip.length - 2), 300, "length"),
        broken("half of a gzip", "a.gz", cut(gzip, gzip.length / 2), -1, "before its end"),
        broken("gzip without its trailer", "a.gz", cut(gzip, gzip.length - 8), 300, "its end"),
        broken("gzip that is a header only", "a.gz", cut(gzip, 10), 0, "before its end"),
        broken("gzip, then something else", "a.gz", join(gzip, utf8(ERROR)), 300, "no gzip"),
        broken("gzip, then a bad one", "a.gz", join(gzip, flipped(gzip, 2)), 300, DAMAGED),
        broken("gzip, then half of one", "a.gz", join(gzip, cut(gzip, 20)), -1, "before its end"),
        broken("two gzip members", "a.gz", join(gzip, gzip), 600, ""),
        broken("gzip of nothing, then one", "a.gz", join(gzip(""), gzip), 300, ""),
        broken("gzip filled up with zeros", "a.gz", join(gzip, new byte[3000]), 300, ""),
        broken("gzip of much", "a.gz", gzip("\0".repeat(30_000_000)), 0, "NULs"),
        broken("zstd with a bad header", "a.zst", flipped(zstd, 4), -1, "DICTIONARY"),
        broken("zstd with a bad block", "a.zst", flipped(zstd, zstd.length / 2), -1, DAMAGED),
        broken("zstd with a bad checksum", "a.zst", flipped(zstd, zstd.length - 2), -1, DAMAGED),
        broken("half of a zstd", "a.zst", cut(zstd, zstd.length / 2), -1, "before its end"),
        broken("zstd, then something else", "a.zst", join(zstd, utf8(ERROR)), -1, DAMAGED),
        broken("zstd with frames to skip", "a.zst", join(skipped(), zstd), 300, ""),
        broken("zstd that ends with one", "a.zst", join(zstd, skipped()), 300, ""),
        broken("zstd with nothing else", "a.zst", skipped(), 0, "its end"),
        broken("half of a frame to skip", "a.zst", cut(skipped(), 9), 0, "before its end"),
        broken("zstd with a large window", "a.zst", zstdHeader(0, 0x88), 0, "zstd -dc --long"),
        broken("zstd with a dictionary", "a.zst", zstdHeader(1, 0x50), 0, "-D DICTIONARY"),
        broken("packed twice", "a.gz", gzip(gzip), 0, "twice"),
        broken("zstd in a gzip", "a.gz", gzip(zstd), 0, "twice"),
        broken("little, with a bad checksum", "a.gz", flipped(few, few.length - 6), 1, "checksum"),
        broken("little, with a bad length", "a.gz", flipped(few, few.length - 2), 1, "length"),
        broken("little, then something else", "a.gz", join(few, utf8(ERROR)), 1, "no gzip"),
        broken("two zstd frames", "a.zst", join(zstd, zstd), 600, ""),
        broken("zstd of much", "a.zst", zstd("\0".repeat(30_000_000)), 0, "NULs"),
        broken("an empty .gz", "a.gz", nothing, 0, ""),
        broken("text that is called .zst", "a.zst", utf8(LOG), 300, ""));
  }

  private static Stream<HostileFile> foreign() {
    return Stream.of(
            "damaged BZh91AY&SY",
            "damaged \u00fd7zXZ\0",
            "lz4 \u0004\"M\u0018",
            "zip PK\u0003\u0004",
            "7-Zip 7z\u00bc\u00af'\u001c",
            "compress \u001f\u009d",
            "journal LPKSHHRH")
        .map(
            text -> {
              int space = text.indexOf(' ');
              byte[] magic = text.substring(space + 1).getBytes(StandardCharsets.ISO_8859_1);
              String packer = text.substring(0, space);
              return broken("packed by " + packer, "a.log", join(magic, new byte[5000]), 0, packer);
            });
  }

  private static Stream<HostileFile> large() {
    return Stream.of(
        readable("arrays a megabyte deep", json("x", "[".repeat(499_000)), -1),
        readable(
            "closed arrays 100,000 deep", json("x", "[".repeat(100_000) + "]".repeat(100_000)), -1),
        readable("objects a megabyte deep", json("x", "{\"a\":".repeat(190_000)), -1),
        readable(
            "causes 900 deep",
            json("thrown", "{\"cause\":".repeat(900) + "1" + "}".repeat(900)),
            1),
        readable("100,000 keys", json("x", "1," + keys("%x", 100_000)), 1),
        readable("100,000 equal keys", json("x", "1," + keys("k", 100_000)), 1),
        readable("300,000 empty objects", json("x", "[{}" + ",{}".repeat(300_000) + "]"), 1),
        readable("names of 300 kB", longNames(), 30),
        readable("10,000 loggers, threads and models", manyNames(), 10_000),
        readable("a line of 5 MB", ERROR.strip() + "x".repeat(5_000_000) + "\n" + ERROR, 2),
        readable("5 MB of NUL", "\0".repeat(5_000_000) + "\n" + ERROR, 1),
        readable("20,000 causes", ERROR + causes("Caused by: a.B: x\n\tat a.B.c(B.java:1)\n"), 1),
        readable("frames without an end", ERROR + "a.B: x\n" + "\tat \n".repeat(180_000), 1),
        readable("causes without a name", ERROR + causes("Caused by: \n\tat a\n"), 1),
        readable("threads without an end", ERROR + causes("Exception in thread \"\n"), 1),
        readable("lines without a dot", ERROR + "Exception: x\n".repeat(70_000), 1),
        readable("containers that all go on", containers(), 1));
  }

  private static Stream<HostileFile> badBytes() {
    byte[] badUtf8 = {(byte) 0x80, (byte) 0xc0, (byte) 0xaf, (byte) 0xff, (byte) 0xed, (byte) 0xa0};
    return Stream.of(
        broken("nothing", "hostile.log", new byte[0], 0, ""),
        broken("noise", "hostile.log", noise(500_000), 0, "no text"),
        broken("little noise", "hostile.log", noise(300), 0, "no text"),
        broken("noise that is packed", "a.gz", gzip(noise(100_000)), 0, "no text"),
        broken("a page, then noise", "a.log", join(utf8("%PDF-1.7\n"), noise(9000)), 0, "no text"),
        broken("a program", "a.log", program(), 0, "no text"),
        broken("a log with noise in it", "a.log", join(utf8(LOG), noise(99_000)), -1, ""),
        broken(
            "noise in a log", "a.log", join(utf8(ERROR), noise(1000), utf8("\n" + ERROR)), 2, ""),
        readable("fields parted by a control character", ERROR.replace(' ', '\001'), -1),
        broken("no UTF-8", "hostile.log", join(badUtf8, utf8("\n" + ERROR)), 1, ""),
        broken(
            "one byte of UTF-16", "hostile.log", new byte[] {(byte) 0xff, (byte) 0xfe, 65}, 0, ""),
        readable("a byte-order mark only", "\ufeff", 0),
        readable("an escaped half of a character", json("x", "\"\\ud800\""), 1),
        readable("carriage returns only", ERROR.replace('\n', '\r').repeat(3), -1));
  }

  /** Whatever a log is written in, what OpenAI says in it is found. */
  private static Stream<HostileFile> encodings() {
    String text =
        "\u041e\u0448\u0438\u0431\u043a\u0430: " + ERROR.substring(ERROR.indexOf("OpenAI"));
    String kana = text.replaceAll("[^\\p{ASCII}]+", "\u30a8\u30e9\u30fc");
    return Stream.concat(
        Stream.of("UTF-16LE", "UTF-16BE", "UTF-32", "UTF-32LE", "windows-1251", "KOI8-R")
            .map(name -> encoded(name, (name.startsWith("UTF-32") ? "\ufeff" : "") + ERROR + text)),
        Stream.of("Shift_JIS", "EUC-JP", "ISO-2022-JP", "GB18030")
            .map(name -> encoded(name, ERROR + kana)));
  }

  private static HostileFile encoded(String charset, String text) {
    byte[] bytes = text.getBytes(Charset.forName(charset));
    return broken("a log in " + charset, "a.log", bytes, -1, "");
  }

  /** An error in JSON, with one field more. */
  private static String json(String name, String value) {
    return "{\"level\":\"ERROR\",\"loggerName\":\"shop.Chat\",\"message\":\"OpenAI 401: Incorrect API"
        + " key provided: sk-x\",\""
        + name
        + "\":"
        + value
        + "}\n";
  }

  private static String quoted(String text) {
    return "\"" + text + "\"";
  }

  private static String start(String text) {
    return text.length() <= 30 ? text : text.substring(0, 30) + "...";
  }

  private static String keys(String format, int count) {
    return IntStream.range(0, count)
        .mapToObj(i -> "\"" + format.replace("%x", Integer.toHexString(i)) + "\":1")
        .collect(Collectors.joining(","));
  }

  private static String causes(String one) {
    return "java.lang.IllegalStateException: x\n" + one.repeat(900_000 / one.length());
  }

  private static String longNames() {
    return IntStream.range(0, 30)
        .mapToObj(
            i ->
                json(
                    "logger",
                    quoted(i + "l".repeat(300_000))
                        + ",\"thread\":"
                        + quoted(i + "t".repeat(300_000))
                        + ",\"service\":"
                        + quoted(i + "s".repeat(300_000))))
        .collect(Collectors.joining());
  }

  private static String manyNames() {
    return IntStream.range(0, 10_000)
        .mapToObj(
            i ->
                ERROR
                    .replace("shop.Chat", "shop.Chat" + i)
                    .replace("main", "worker-" + i)
                    .replace("sk-x.", "sk-x for model gpt-" + i + "."))
        .collect(Collectors.joining());
  }

  private static String containers() {
    return IntStream.range(0, 60)
            .mapToObj(i -> "May  4 10:00:00 host app[" + i + "]: " + "x".repeat(500_000) + "\n")
            .collect(Collectors.joining())
        + "May  4 10:00:00 host app[1]: ERROR OpenAI 401: Incorrect API key provided: sk-x\n";
  }

  /** Zstandard frames without text. */
  private static byte[] skipped() {
    byte[] frame = {0x50, 0x2a, 0x4d, 0x18, 4, 0, 0, 0, 1, 2, 3, 4};
    byte[] other = frame.clone();
    other[0] = 0x5f;
    return join(frame, other);
  }

  /** Where the first block would follow. */
  private static byte[] zstdHeader(int descriptor, int window) {
    return new byte[] {0x28, (byte) 0xb5, 0x2f, (byte) 0xfd, (byte) descriptor, (byte) window, 9};
  }

  private static byte[] noise(int length) {
    byte[] noise = new byte[length];
    new Random(length).nextBytes(noise);
    return noise;
  }

  private static byte[] program() {
    try (InputStream in = ClassLoader.getSystemResourceAsStream("java/lang/String.class")) {
      return Objects.requireNonNull(in).readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static byte[] flipped(byte[] bytes, int at) {
    byte[] other = bytes.clone();
    other[at] ^= 0x55;
    return other;
  }

  private static byte[] cut(byte[] bytes, int length) {
    return Arrays.copyOf(bytes, length);
  }

  private static byte[] join(byte[]... parts) {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    for (byte[] part : parts) {
      all.writeBytes(part);
    }
    return all.toByteArray();
  }

  private static byte[] gzip(String text) {
    return gzip(utf8(text));
  }

  private static byte[] gzip(byte[] content) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (GZIPOutputStream out = new GZIPOutputStream(bytes)) {
      out.write(content);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  private static byte[] zstd(String text) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (var out = new io.airlift.compress.zstd.ZstdOutputStream(bytes)) {
      out.write(utf8(text));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }
}
