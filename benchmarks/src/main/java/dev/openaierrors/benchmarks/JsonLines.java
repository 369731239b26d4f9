package dev.openaierrors.benchmarks;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Reads every line of a log as JSON, as one would without a plan, and counts the fields. */
public final class JsonLines {

  private JsonLines() {}

  /** Takes the file. */
  public static void main(String[] args) throws IOException {
    ObjectMapper mapper = new ObjectMapper();
    long fields = 0;
    try (BufferedReader lines = Files.newBufferedReader(Path.of(args[0]))) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        fields += mapper.readTree(line).size();
      }
    }
    System.out.println(fields);
  }
}
