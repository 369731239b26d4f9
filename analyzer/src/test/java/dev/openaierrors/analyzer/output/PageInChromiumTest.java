package dev.openaierrors.analyzer.output;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.awt.image.BufferedImage;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The page in a real browser. Skipped where there is none, unless {@code CHROMIUM=required}. The
 * pictures are left in {@code target}, to be looked at.
 */
class PageInChromiumTest {

  private static final @Nullable Path CHROMIUM = find();

  @TempDir Path folder;
  private String complaints = "";

  private static @Nullable Path find() {
    return Stream.of("chromium", "chromium-browser", "google-chrome")
        .flatMap(
            name ->
                Stream.of(System.getenv("PATH").split(File.pathSeparator, -1))
                    .map(place -> Path.of(place, name)))
        .filter(Files::isExecutable)
        .findFirst()
        .orElse(null);
  }

  @BeforeEach
  void thereIsAChromium() {
    boolean required = "required".equals(System.getenv("CHROMIUM"));
    assumeTrue(required || CHROMIUM != null, "there is no Chromium");
    assertThat(CHROMIUM).as("Chromium").isNotNull();
  }

  @Test
  void isShownInLightAndInDark() throws Exception {
    BufferedImage light = shot("light", 1100, "--blink-settings=preferredColorScheme=1");
    BufferedImage dark = shot("dark", 1100, "--blink-settings=preferredColorScheme=0");
    assertThat(brightness(light)).isGreaterThan(220);
    assertThat(brightness(dark)).isLessThan(60);
    // The chart's bars: red and orange or blue of enough size.
    assertThat(pixels(light, 0xc2413b)).isGreaterThan(2000);
    assertThat(pixels(dark, 0xef6f67)).isGreaterThan(2000);
    assertThat(complaints).doesNotContain("Refused", "violates", "Uncaught");
  }

  @Test
  void fitsATelephone() throws Exception {
    BufferedImage narrow = shot("narrow", 500);
    // Nothing reaches over the right edge: its outermost columns are the page's background.
    assertThat(narrow.getRGB(498, 60) & 0xffffff).isEqualTo(0xf6f7f9);
    assertThat(narrow.getRGB(498, 600) & 0xffffff).isEqualTo(0xf6f7f9);
  }

  @Test
  void canBePrinted() throws Exception {
    Path pdf = Path.of("target", "report.pdf").toAbsolutePath();
    Files.deleteIfExists(pdf);
    run("--print-to-pdf=" + pdf, "--no-pdf-header-footer", page().toUri().toString());
    assertThat(Files.size(pdf)).isGreaterThan(10_000);
  }

  private Path page() throws IOException {
    return Files.writeString(folder.resolve("report.html"), HtmlReportTest.page(Reports.morning()));
  }

  private BufferedImage shot(String name, int width, String... options) throws Exception {
    Path png = Path.of("target", "report-" + name + ".png").toAbsolutePath();
    Files.deleteIfExists(png);
    List<String> all = new ArrayList<>(List.of(options));
    all.add("--window-size=" + width + ",1400");
    all.add("--screenshot=" + png);
    all.add(page().toUri().toString());
    run(all.toArray(String[]::new));
    return ImageIO.read(png.toFile());
  }

  private void run(String... options) throws Exception {
    List<String> command = new ArrayList<>();
    command.add(String.valueOf(CHROMIUM));
    command.addAll(
        List.of(
            "--headless=new",
            "--no-sandbox",
            "--disable-gpu",
            "--hide-scrollbars",
            "--no-first-run",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-sync",
            "--enable-logging=stderr",
            "--user-data-dir=" + folder.resolve("profile")));
    command.addAll(List.of(options));
    Path log = folder.resolve("chromium.log");
    Process chromium =
        new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile()).start();
    boolean ended = chromium.waitFor(120, TimeUnit.SECONDS);
    chromium.destroyForcibly();
    complaints = Files.readString(log);
    assertThat(ended).as(complaints).isTrue();
  }

  private static double brightness(BufferedImage image) {
    long sum = 0;
    for (int y = 0; y < image.getHeight(); y++) {
      for (int x = 0; x < image.getWidth(); x++) {
        int rgb = image.getRGB(x, y);
        sum += (rgb >> 16 & 255) + (rgb >> 8 & 255) + (rgb & 255);
      }
    }
    return sum / 3.0 / image.getWidth() / image.getHeight();
  }

  private static long pixels(BufferedImage image, int color) {
    long count = 0;
    for (int y = 0; y < image.getHeight(); y++) {
      for (int x = 0; x < image.getWidth(); x++) {
        count += (image.getRGB(x, y) & 0xffffff) == color ? 1 : 0;
      }
    }
    return count;
  }
}
