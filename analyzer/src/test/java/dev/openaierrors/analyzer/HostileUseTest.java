package dev.openaierrors.analyzer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Names, lists, rules and outputs that are not what they should be. */
@Timeout(120)
class HostileUseTest {

  /** Turns what follows around, and is seen nowhere. */
  private static final String UNSEEN = "\u202e\u2066\u200f\u0085\u001b[31m";

  @TempDir Path folder;
  private Path log;

  @BeforeEach
  void aLogWithAnError() throws IOException {
    log = Files.writeString(folder.resolve("app.log"), HostileFile.ERROR);
  }

  private CommandRun analyze(String... more) {
    String[] all = new String[more.length + 2];
    all[0] = "analyze";
    all[1] = log.toString();
    System.arraycopy(more, 0, all, 2, more.length);
    return new CommandRun().run(all);
  }

  private Path file(String name, String text) throws IOException {
    return Files.writeString(folder.resolve(name), text);
  }

  private void assertUntouched() {
    assertThat(log).hasContent(HostileFile.ERROR.strip());
    assertThat(folder.toFile().list()).noneMatch(name -> name.endsWith(".part"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "app[1.log     ; There is no such file",
        "{a,b          ; There is no such file",
        "@|red x|@     ; There is no such file",
        "*.nothing     ; There is no such file",
        "''            ; name of a file is empty",
        "/dev/zero     ; device",
        "/dev/full     ; device",
      })
  void aNameOfNoLogIsToldInOneLineAndTheOthersAreRead(String name, String reason) {
    CommandRun run = analyze(name);
    assertThat(run.code()).isEqualTo(2);
    assertThat(run.out()).startsWith("1 OpenAI error in 2 files");
    assertThat(run.err()).startsWith("openai-errors: ").contains(reason).hasLineCount(1);
  }

  @Test
  void aLinkToItselfIsNotCalledMissing() throws IOException {
    Path loop = folder.resolve("loop.log");
    Files.createSymbolicLink(loop, loop);
    assertThat(analyze(loop.toString()).err()).contains("loop.log: ").doesNotContain("no such");
  }

  @Test
  void nothingIsInTheFileOfNothing() {
    CommandRun run = new CommandRun().run("analyze", "/dev/null");
    assertThat(run.code()).isZero();
    assertThat(run.out()).startsWith("No OpenAI errors in /dev/null");
  }

  @Test
  void aFileWhoseNameBeginsWithAtIsNoListOfArguments() throws IOException {
    file("@x", HostileFile.ERROR);
    assertThat(analyze(folder.resolve("@x").toString()).out()).startsWith("2 OpenAI errors");
    assertThat(new CommandRun().run("analyze", "@" + log).err()).contains("no such file");
  }

  @ParameterizedTest
  @ValueSource(strings = {"text", "json", "html"})
  void noNameSteersATerminalOrTurnsLettersAround(String format) throws IOException {
    assumeThat(System.getProperty("sun.jnu.encoding")).as("names can be so").isEqualTo("UTF-8");
    Path odd = file("odd" + UNSEEN + "gol.log", HostileFile.ERROR);
    Path rules = file("rules" + UNSEEN + ".xml", rules("<Alert name='a' wrong='" + "b'/>"));
    CommandRun run =
        analyze("--format", format, odd.toString(), odd + "x", "--rules", rules.toString());
    CleanText.check(run.out());
    CleanText.check(run.err());
    assertThat(run.err()).contains("gol.logx");
  }

  @ParameterizedTest
  @ValueSource(strings = {"text", "json", "html"})
  void noLogSteersATerminalOrTurnsLettersAround(String format) throws IOException {
    Path odd =
        file(
            "odd.log",
            HostileFile.ERROR
                .replace("main", "ma" + UNSEEN + "in")
                .replace("shop.", "shop\u2028\u00ad.")
                .replace("Incorrect", UNSEEN + "Incorrect"));
    CommandRun run = analyze("--format", format, odd.toString());
    assertThat(run.out()).contains("invalid_api_key");
    CleanText.check(run.out());
  }

  @ParameterizedTest
  @ValueSource(strings = {"--zone", "--since", "--fail-on", "--providers", "--wrong", "--format"})
  void noArgumentSteersATerminal(String option) {
    CommandRun run = analyze(option + "=" + UNSEEN + "\nx");
    assertThat(run.code()).isEqualTo(2);
    assertThat(run.err()).startsWith("openai-errors: ").hasLineCount(1);
    CleanText.check(run.err());
  }

  @ParameterizedTest
  @ValueSource(strings = {"app.log", "link", "other", "folder/../app.log"})
  void theReportNeverGoesIntoALog(String name) throws IOException {
    Files.createDirectory(folder.resolve("folder"));
    Files.createSymbolicLink(folder.resolve("link"), log);
    Files.createLink(folder.resolve("other"), log);
    CommandRun run = analyze("-o", folder + "/" + name);
    assertThat(run.code()).isEqualTo(2);
    assertThat(run.out()).isEmpty();
    assertThat(run.err()).contains("which is read for it").hasLineCount(1);
    assertUntouched();
  }

  @Test
  void theReportNeverGoesIntoALogOfAFolderOrPattern() {
    for (String name : new String[] {folder.toString(), folder + "/*.log"}) {
      assertThat(new CommandRun().run("analyze", "-o", log.toString(), name).code()).isEqualTo(2);
      assertUntouched();
    }
  }

  @Test
  void theReportNeverGoesIntoTheRulesOrTheList() throws IOException {
    Path rules = file("rules.xml", rules(""));
    Path list = file("list", log + "\n");
    assertThat(analyze("--rules", rules.toString(), "-o", rules.toString()).code()).isEqualTo(2);
    assertThat(analyze("--files-from", list.toString(), "-o", list.toString()).code()).isEqualTo(2);
    assertThat(rules).hasContent(rules(""));
    assertThat(list).hasContent(log.toString());
  }

  @Test
  void aReportIsReplacedAsAWholeAndMinusIsStandardOutput() throws IOException {
    Path report = file("report", "old");
    Path link = Files.createSymbolicLink(folder.resolve("latest"), report);
    assertThat(analyze("-o", link.toString()).code()).isEqualTo(1);
    assertThat(link).isSymbolicLink();
    assertThat(report).content().startsWith("1 OpenAI error in ");
    assertThat(analyze("-o", "-").out()).startsWith("1 OpenAI error in ");
    assertUntouched();
  }

  @Test
  void aFullDiskIsToldByEveryCommand() {
    for (String command : new String[] {"analyze " + log, "kinds", "explain tpm", "--help"}) {
      CommandRun run =
          new CommandRun().out(failing("No space left on device")).run(command.split(" ", -1));
      assertThat(run.code()).as(command).isEqualTo(2);
      assertThat(run.err())
          .isEqualTo("openai-errors: cannot write to standard output: No space left on device\n");
    }
  }

  @Test
  void whoReadsNoFurtherIsNoTrouble() {
    CommandRun run = new CommandRun().out(failing("Broken pipe")).run("analyze", log.toString());
    assertThat(run.code()).isEqualTo(1);
    assertThat(run.err()).isEmpty();
  }

  private static OutputStream failing(String message) {
    return new OutputStream() {
      @Override
      public void write(int b) throws IOException {
        throw new IOException(message);
      }
    };
  }

  @Test
  void aListMayBePartedByNulsAndNameLogsWithLineFeeds() throws IOException {
    Path odd = file("a\nb.log", HostileFile.ERROR);
    Path list = file("list", odd + "\0" + log + "\0");
    assertThat(new CommandRun().run("analyze", "--files-from", list.toString()).out())
        .startsWith("2 OpenAI errors");
  }

  @Test
  void whatIsTooMuchForAListOfNamesIsNone() throws IOException {
    Path longName = file("long", "a".repeat(5_000_000));
    Path manyNames = file("many", "a\n".repeat(200_000));
    Path noNames = file("none", "\n".repeat(40_000_000));
    for (Path list : new Path[] {longName, manyNames, noNames, Path.of("/dev/zero"), folder}) {
      CommandRun run = new CommandRun().run("analyze", "--files-from", list.toString());
      assertThat(run.code()).as(list.toString()).isEqualTo(2);
      assertThat(run.out()).isEmpty();
      assertThat(run.err()).startsWith("openai-errors: --files-from: ").hasLineCount(1);
    }
  }

  @Test
  void aListOnStandardInputCannotNameStandardInput() {
    CommandRun run = new CommandRun().input("a.log\n-\n").run("analyze", "--files-from", "-");
    assertThat(run.code()).isEqualTo(2);
    assertThat(run.err()).contains("standard input is the list already");
  }

  private static String rules(String alerts) {
    return "<Configuration><OpenAiErrors>" + alerts + "</OpenAiErrors></Configuration>";
  }

  private static String growing(String seed) {
    StringBuilder text = new StringBuilder("<c><Property name='p0' value='" + seed + "'/>");
    for (int i = 1; i < 9; i++) {
      String value = ("${p" + (i - 1) + "}").repeat(10);
      text.append("<Property name='p" + i + "' value='" + value + "'/>");
    }
    return text.append("<OpenAiErrors service='${p8}'/></c>").toString();
  }

  @Test
  void variablesOfRulesDoNotGrowWithoutBound() throws IOException {
    for (String text :
        new String[] {
          growing("x".repeat(10)),
          growing(""),
          "<c><Property name='a' value='${b}${b}'/><Property name='b' value='${a}'/>"
              + "<OpenAiErrors service='${a}'/></c>",
          "<c><OpenAiErrors service='" + "${a:-".repeat(20_000) + "}".repeat(20_000) + "'/></c>",
        }) {
      CommandRun run = analyze("--rules", file("rules.xml", text).toString());
      assertThat(run.code()).isEqualTo(1);
      assertThat(run.out()).startsWith("1 OpenAI error");
      assertThat(run.err()).contains("is left as it is").hasLineCount(1);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"deep", "around", "large", "many", "doctype", "include", "binary", "device"})
  void rulesThatAreNoneAreToldInOneLine(String which) throws IOException {
    String name =
        switch (which) {
          case "deep" -> file(which, "<c>" + "<a>".repeat(80_000)).toString();
          case "around" ->
              file(which, "<c>".repeat(500) + rules("") + "</c>".repeat(500)).toString();
          case "large" -> file(which, "<c>" + "<a/>".repeat(3_000_000) + "</c>").toString();
          case "many" -> file(which, rules("<Alert name='a'/>".repeat(5_000))).toString();
          case "doctype" ->
              file(which, "<!DOCTYPE c [<!ENTITY a 'b'><!ENTITY c '&a;&a;'>]><c>&c;</c>")
                  .toString();
          case "include" -> file(which, "<c><include file='/etc/hostname'/></c>").toString();
          case "binary" -> file(which, "\0\1\2").toString();
          default -> "/dev/zero";
        };
    CommandRun run = analyze("--rules", name);
    assertThat(run.code()).isEqualTo(2);
    assertThat(run.out()).isEmpty();
    assertThat(run.err()).startsWith("openai-errors: --rules: ").hasLineCount(1);
    CleanText.check(run.err());
  }

  @Test
  void manyWrongWordsOfRulesAreSummedUp() throws IOException {
    StringBuilder words = new StringBuilder("<Alert name='a'>");
    for (int i = 0; i < 5000; i++) {
      words.append("<w" + i + ">x</w" + i + ">");
    }
    CommandRun run =
        analyze(
            "--rules", file("rules.xml", rules(words.append("</Alert>").toString())).toString());
    assertThat(run.err()).hasLineCount(21);
  }

  static List<Throwable> mistakes() {
    return List.of(
        new IllegalStateException("odd"),
        new StackOverflowError(),
        new OutOfMemoryError("heap"),
        new NoClassDefFoundError("x/Y"));
  }

  /** Of what nobody expected, wherever it comes from, exit code 1 must not tell. */
  @ParameterizedTest
  @MethodSource("mistakes")
  void aMistakeOfOursIsNoFinding(Throwable mistake) {
    CommandRun classify = new CommandRun().input(failing(mistake)).run("classify");
    assertThat(classify.code()).isEqualTo(2);
    assertThat(classify.err()).startsWith("openai-errors: this ").hasLineCount(1);
    CommandRun analyze =
        new CommandRun().input(failing(mistake)).run("analyze", "-", log.toString());
    assertThat(analyze.code()).isEqualTo(2);
    assertThat(analyze.out()).startsWith("1 OpenAI error in 2 files");
    assertThat(analyze.err()).startsWith("openai-errors: -: It ").hasLineCount(1);
  }

  private static InputStream failing(Throwable mistake) {
    return new InputStream() {
      @Override
      public int read() {
        if (mistake instanceof Error error) {
          throw error;
        }
        throw (RuntimeException) mistake;
      }

      @Override
      public int read(byte[] target, int offset, int length) {
        return read();
      }
    };
  }

  @Test
  void classifyKeepsLittleOfALineWithoutAnEnd() {
    byte[] line = "x".repeat(20_000_000).getBytes(StandardCharsets.UTF_8);
    CommandRun run = new CommandRun().input(line).run("classify");
    assertThat(run.code()).isEqualTo(2);
    assertThat(run.out()).contains("longer than");
  }
}
