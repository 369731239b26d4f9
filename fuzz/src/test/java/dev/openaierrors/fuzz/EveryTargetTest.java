package dev.openaierrors.fuzz;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What was found once stays mended, and a short try of each target without a fuzzer. */
class EveryTargetTest {

  private static final int TRIES = 300;
  private static final int LONGEST = 160;

  @ParameterizedTest
  @EnumSource
  void standsEverySeed(Target target) throws IOException {
    for (byte[] seed : seeds(target)) {
      assertDoesNotThrow(() -> target.accept(seed), () -> shown(seed));
    }
  }

  @ParameterizedTest
  @EnumSource
  void standsWhatChanceMakes(Target target) throws IOException {
    long seed = new Random().nextLong();
    Random random = new Random(seed);
    List<byte[]> seeds = seeds(target);
    for (int i = 0; i < TRIES; i++) {
      byte[] input = i % 2 == 0 || seeds.isEmpty() ? anything(random) : changed(seeds, random);
      assertDoesNotThrow(() -> target.accept(input), () -> "seed " + seed + ", " + shown(input));
    }
  }

  private static byte[] anything(Random random) {
    byte[] input = new byte[1 + random.nextInt(LONGEST)];
    random.nextBytes(input);
    input[0] = (byte) random.nextInt(TextTarget.STRUCTURED);
    return input;
  }

  private static byte[] changed(List<byte[]> seeds, Random random) {
    byte[] input = seeds.get(random.nextInt(seeds.size())).clone();
    for (int i = random.nextInt(6); i > 0 && input.length > 0; i--) {
      input[random.nextInt(input.length)] = (byte) random.nextInt(256);
    }
    return input;
  }

  private static List<byte[]> seeds(Target target) throws IOException {
    Path folder = Path.of("seeds", target.name().toLowerCase(java.util.Locale.ROOT));
    List<byte[]> seeds = new ArrayList<>();
    if (Files.isDirectory(folder)) {
      try (Stream<Path> files = Files.list(folder).sorted()) {
        for (Path file : (Iterable<Path>) files::iterator) {
          seeds.add(Files.readAllBytes(file));
        }
      }
    }
    return seeds;
  }

  private static String shown(byte[] input) {
    return "the input, in Base64: " + Base64.getEncoder().encodeToString(input);
  }
}
