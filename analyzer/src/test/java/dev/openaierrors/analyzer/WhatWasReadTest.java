package dev.openaierrors.analyzer;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Random;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.commons.compress.compressors.bzip2.BZip2CompressorOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tukaani.xz.LZMA2Options;
import org.tukaani.xz.XZOutputStream;

/**
 * What is read however it is packed and begun, and that nobody takes "not understood" for "none".
 */
class WhatWasReadTest {

  private static final Instant AT = Instant.parse("2026-06-11T07:00:10Z");
  private static final String LOG =
      new Logs().quiet(AT).quota(AT.plusSeconds(1), "a").quota(AT.plusSeconds(9), "b").toString();
  private static final String SPAN = "3 events, 2026-06-11 07:00 to 07:00 UTC";

  @TempDir Path folder;

  @Test
  void bzip2OfSeveralStreamsIsRead() throws IOException {
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    for (int i = 0; i < 2; i++) {
      try (var out = new BZip2CompressorOutputStream(packed)) {
        out.write(utf8(LOG));
      }
    }
    expect(analyze("a.log.bz2", packed.toByteArray()), 1, "4 OpenAI errors", "6 events");
  }

  @Test
  void xzOfSeveralStreamsIsRead() throws IOException {
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    for (int i = 0; i < 2; i++) {
      try (var out = new XZOutputStream(packed, new LZMA2Options())) {
        out.write(utf8(LOG));
      }
    }
    expect(analyze("a.log.xz", packed.toByteArray()), 1, "4 OpenAI errors", "6 events");
  }

  @Test
  void everyLogInAZipIsAFileByItselfAndAPictureIsNone() throws IOException {
    byte[] zip = zip("app.2026-06-11", LOG, "logs/b.log", LOG + LOG, "x.png", noise());
    expect(
        analyze("morning.zip", zip),
        1,
        "6 OpenAI errors",
        "morning.zip!app.2026-06-11  Spring Boot, " + SPAN,
        "morning.zip!logs/b.log  Spring Boot, 6 events");
  }

  @Test
  void aZipThatComesAsAStreamIsReadToo() throws IOException {
    CommandRun run =
        new CommandRun().input(zip("a.log", LOG, "x.png", noise(), "b.log", LOG)).run("analyze");
    expect(run, 1, "4 OpenAI errors", "standard input  Spring Boot, 6 events");
  }

  @Test
  void ofAZipWithoutItsEndTheBeginIsReadAndTheRestIsTold() throws IOException {
    byte[] zip = zip("a.log", LOG, "b.log", noise());
    CommandRun run = analyze("half.zip", java.util.Arrays.copyOf(zip, zip.length - 3000));
    expect(run, 2, "2 OpenAI errors");
    assertThat(run.err()).contains("half.zip: ");
  }

  @Test
  void aZipThatIsEncryptedIsAFailureAndTheOthersAreRead() throws IOException {
    byte[] zip = zip("a.log", LOG);
    zip[6] |= 1;
    int directory = new String(zip, StandardCharsets.ISO_8859_1).indexOf("PK\u0001\u0002");
    zip[directory + 8] |= 1;
    Path good = Files.writeString(folder.resolve("good.log"), LOG);
    Path locked = Files.write(folder.resolve("locked.zip"), zip);
    CommandRun run = new CommandRun().run("analyze", locked.toString(), good.toString());
    expect(run, 2, "2 OpenAI errors", "1 of them could not be read");
    assertThat(run.err()).contains("locked.zip: It is encrypted");
  }

  @Test
  void aZipWithoutALogIsAFailure() throws IOException {
    CommandRun run = analyze("pictures.zip", zip("x.png", noise()));
    expect(run, 2, "Nothing could be read");
    assertThat(run.err()).contains("no log in this zip file");
  }

  @Test
  void whereTheNamesInAZipFileLeadToDoesNotMatter() throws IOException {
    expect(
        analyze("dot.zip", zip("./app.log", LOG, "../../up.log", LOG, "a/./.b", LOG)),
        1,
        "4 OpenAI errors",
        "dot.zip!./app.log  Spring Boot",
        "dot.zip!../../up.log  Spring Boot");
  }

  @Test
  void ofTwoLogsOfOneNameInAZipFileBothCount() throws IOException {
    String zip = new String(zip("aa.log", LOG, "ab.log", LOG), StandardCharsets.ISO_8859_1);
    byte[] twice = zip.replace("ab.log", "aa.log").getBytes(StandardCharsets.ISO_8859_1);
    expect(analyze("dup.zip", twice), 1, "4 OpenAI errors");
  }

  @Test
  void whatIsNoTextIsToldByName() throws IOException {
    String types = "[Content_Types].xml";
    byte[] sheet = zip(types, "<Types/>", "docProps/app.xml", "<p/>", "xl/workbook.xml", LOG);
    isNoLog("errors.xlsx", sheet, "It is a spreadsheet; export it as CSV.");
    isNoLog("a.docx", zip(types, "<Types/>", "word/document.xml", LOG), "of an office program");
    byte[] ebcdic = LOG.repeat(4).replace('\n', '\u0085').getBytes(Charset.forName("IBM037"));
    isNoLog("host.log", ebcdic, "It is no text");
    byte[] records = "a\0b1\0\0\0c\0\0def\0\n".repeat(90).getBytes(StandardCharsets.US_ASCII);
    isNoLog("records.log", records, "It is no text");
    isNoLog("s.db", utf8("SQLite format 3\0" + LOG), "It is a SQLite database; try: sqlite3");
  }

  private void isNoLog(String name, byte[] content, String why) throws IOException {
    CommandRun run = analyze(name, content);
    assertThat(run.code()).isEqualTo(2);
    assertThat(run.err()).contains(name + ": ", why);
  }

  /** What looks much the same. */
  @Test
  void aLongLineOfAnotherScriptIsText() throws IOException {
    String said =
        "2026-06-11T07:00:00Z OpenAI 429 insufficient_quota " + "\u914d\u989d".repeat(2000);
    expect(analyze("long.log", utf8(said)), 0, "1 event");
    expect(analyze("some.log", utf8("a\0b\0\n".repeat(3) + LOG)), 1, "2 OpenAI errors");
  }

  @Test
  void whatUnpacksWithoutAnEndIsGivenUp() throws IOException {
    ByteArrayOutputStream one = new ByteArrayOutputStream();
    byte[] lines = utf8("\n".repeat(1 << 20));
    try (var out = new XZOutputStream(one, new LZMA2Options())) {
      for (int i = 0; i < 80; i++) {
        out.write(lines);
      }
    }
    CommandRun run = analyze("bomb.log.xz", one.toByteArray());
    assertThat(run.code()).isEqualTo(2);
    assertThat(run.err()).contains("more than 1500 times its size");
  }

  @ParameterizedTest
  @ValueSource(strings = {"UTF-16LE", "UTF-16BE"})
  void utf16WithoutAMarkIsFoundOutWhateverItBeginsWith(String charset) throws IOException {
    for (String begin : new String[] {"", "\u00dcbergabe\n", "\n", "\u670d\u52a1\u542f\u52a8\n"}) {
      CommandRun run = analyze("wide.log", (begin + LOG).getBytes(Charset.forName(charset)));
      expect(run, 1, "2 OpenAI errors", "Spring Boot, 3 events");
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {16, 70_000, 3_000_000})
  void nulsOfALogThatWasEmptiedUnderItsWriterAreLeftOut(int nuls) throws IOException {
    byte[] log = utf8("\0".repeat(nuls) + LOG);
    expect(analyze("emptied.log", log), 1, "2 OpenAI errors", SPAN);
    expect(analyze("emptied.log.gz", gzip(log)), 1, "2 OpenAI errors", SPAN);
  }

  @ParameterizedTest
  @ValueSource(ints = {70, 200, 900})
  void aPreambleDoesNotHideTheFormat(int kilobytes) throws IOException {
    String line = "*** a module of the appliance was loaded by its supervisor ***\n";
    byte[] log = utf8(line.repeat(kilobytes * 1000 / line.length()) + LOG);
    expect(analyze("banner.log", log), 1, "2 OpenAI errors", SPAN);
    expect(analyze("banner.log.gz", gzip(log)), 1, "2 OpenAI errors", SPAN);
  }

  @Test
  void whatHasNoBeginOfAnEventIsAFailure() throws IOException {
    CommandRun run = analyze("frames.log", utf8("\tat shop.Chat.ask(Chat.java:4)\n".repeat(40)));
    expect(run, 2);
    assertThat(run.err()).contains("frames.log: No event begins in it");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "08:14:02,117 ERROR [shop.Chat] (task-1) ",
        "08:14:02.117 [main] ERROR shop.Chat - ",
        "[08:14:02 ERR] ",
      })
  void whereTimesHaveNoDateItIsToldWhereTheDayIsFrom(String head) throws IOException {
    String line = head + "Incorrect API key provided, status 401 of api.openai.com\n";
    expect(analyze("times.log", utf8(line)), 1, "Its times have no date");
    CommandRun dated = analyze("dated.log", utf8(LOG));
    assertThat(dated.out()).doesNotContain("have no date");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "  ", "2026-05-04T08:00:01.5Z ", "  2026-05-04T08:00:01.5Z "})
  void theRestOfATraceIsRead(String head) throws IOException {
    String frames = head + "\tat shop.Chat.ask(Chat.java:4)\n";
    String other = head + "Caused by: shop.StoreException: HTTP 400 - {\"error\":\"no shelf\"}\n";
    String own =
        head + "Caused by: com.openai.errors.RateLimitException: 429: Rate limit reached\n";
    String ends = head + "\t... 7 more\n";
    expect(analyze("other.log", utf8(frames.repeat(9) + other + frames + ends)), 0);
    expect(analyze("own.log", utf8(frames.repeat(9) + own + frames + ends)), 1, "1 OpenAI error");
  }

  @Test
  void dataWithNamesInItIsNoText() throws IOException {
    String record = "\0\0\0\u0007table users\0\0\0\u0002\0\0\u0001name\0\0\u0003text";
    CommandRun run = analyze("store.db", utf8(record.repeat(300)));
    expect(run, 2, "Nothing could be read");
    assertThat(run.err()).contains("store.db: It is no text");
  }

  @Test
  void anEmptyLogIsCalledEmpty() throws IOException {
    expect(analyze("empty.log", new byte[0]), 0, "No OpenAI errors", "empty.log  empty");
  }

  @Test
  void theSameLogPackedAndNotIsCountedOnce() throws IOException {
    Files.writeString(folder.resolve("app.log.1"), LOG);
    Files.write(folder.resolve("app.log.1.gz"), gzip(utf8(LOG)));
    Files.writeString(folder.resolve("app.log"), LOG.replace("07:00", "08:00"));
    CommandRun run = new CommandRun().run("analyze", folder.toString());
    expect(run, 1, "4 OpenAI errors", "the same log as", "counted once");
  }

  @Test
  void logsThatOnlyBeginAlikeAreBothCounted() throws IOException {
    Files.writeString(folder.resolve("app.log.1"), LOG);
    Files.write(folder.resolve("app.log.1.gz"), gzip(utf8(LOG + LOG)));
    Files.writeString(folder.resolve("other.log"), LOG);
    CommandRun run = new CommandRun().run("analyze", folder.toString());
    expect(run, 1, "8 OpenAI errors");
    assertThat(run.out()).doesNotContain("counted once");
  }

  @Test
  void foldersInAFolderAreReadIfThatIsAskedFor() throws IOException {
    Path deep = Files.createDirectories(folder.resolve("a/b"));
    Files.write(deep.resolve("app.zip"), zip("app.log", LOG));
    CommandRun flat = new CommandRun().run("analyze", folder.toString());
    expect(flat, 2);
    assertThat(flat.err()).contains("its subfolders are read with --recursive");
    expect(new CommandRun().run("analyze", "--recursive", folder.toString()), 1, "2 OpenAI errors");
  }

  @Test
  void manyFilesAreSummedUpButForTheOddOnes() throws IOException {
    for (int i = 0; i < 30; i++) {
      String log = LOG.replace("Order 17", "Order " + i);
      Files.writeString(folder.resolve("app-" + i + ".log"), log);
    }
    Files.writeString(folder.resolve("odd.log"), "it went on\n");
    CommandRun run = new CommandRun().run("analyze", folder.toString());
    expect(run, 1, "  30 files  Spring Boot, 90 events", "odd.log  lines without a time, 1 event");
    assertThat(run.out()).doesNotContain("app-7.log");
  }

  private CommandRun analyze(String name, byte[] bytes) throws IOException {
    Path log = Files.write(folder.resolve(name), bytes);
    return new CommandRun().with("COLUMNS", "200").run("analyze", log.toString());
  }

  private static void expect(CommandRun run, int code, String... parts) {
    assertThat(run.out()).contains(parts.length == 0 ? new String[] {""} : parts);
    assertThat(run.err()).doesNotContain("mistake");
    assertThat(run.code()).isEqualTo(code);
  }

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static byte[] noise() {
    byte[] noise = new byte[9000];
    new Random(7).nextBytes(noise);
    return noise;
  }

  private static byte[] zip(Object... namesAndContents) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
      for (int i = 0; i < namesAndContents.length; i += 2) {
        zip.putNextEntry(new ZipEntry((String) namesAndContents[i]));
        Object content = namesAndContents[i + 1];
        zip.write(content instanceof byte[] binary ? binary : utf8((String) content));
        zip.closeEntry();
      }
    }
    return bytes.toByteArray();
  }

  private static byte[] gzip(byte[] content) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (GZIPOutputStream out = new GZIPOutputStream(bytes)) {
      out.write(content);
    }
    return bytes.toByteArray();
  }
}
