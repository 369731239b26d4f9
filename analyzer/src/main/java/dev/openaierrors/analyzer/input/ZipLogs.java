package dev.openaierrors.analyzer.input;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;

/** The logs in a zip file, each a file by itself. */
final class ZipLogs {

  private static final int MOST_ENTRIES = 10_000;

  private ZipLogs() {}

  /** Whether a file begins as one does. */
  static boolean begin(byte[] begin, int length) {
    return Foreign.begins(begin, length, "PK\u0003\u0004")
        || Foreign.begins(begin, length, "PK\u0005\u0006");
  }

  /** Whether it is called one. */
  static boolean isCalled(Path file) {
    return String.valueOf(file.getFileName()).toLowerCase(Locale.ROOT).endsWith(".zip");
  }

  /**
   * The entries that are logs, in the order of the file; none if two are of one name, by which only
   * one of them is found.
   *
   * @throws ZipException if its directory cannot be read; what stands before that may still be
   * @throws Unreadable if there is none, or it is made to do harm
   */
  static List<ZipEntry> entries(Path file) throws IOException {
    try (ZipFile zip = open(file)) {
      if (zip.size() > MOST_ENTRIES) {
        throw new Unreadable("it has more than 10,000 entries; unpack those that are wanted");
      }
      List<ZipEntry> logs = new ArrayList<>();
      Set<String> names = new HashSet<>();
      boolean twice = false;
      long packed = 0;
      for (ZipEntry entry : (Iterable<ZipEntry>) zip.stream().map(ZipEntry.class::cast)::iterator) {
        packed += Math.max(0, entry.getCompressedSize());
        if (mayBeLog(entry) && isLog(zip, entry)) {
          logs.add(entry);
          twice |= !names.add(entry.getName());
        }
      }
      if (packed > Files.size(file)) {
        throw new Unreadable("its entries lie upon each other, as in a decompression bomb");
      }
      if (logs.isEmpty()) {
        throw new Unreadable("there is no log in this zip file");
      }
      return twice ? List.of() : logs;
    }
  }

  private static ZipFile open(Path file) throws IOException {
    try {
      return new ZipFile(file.toFile());
    } catch (ZipException e) {
      if (String.valueOf(e.getMessage()).contains("encrypted")) {
        throw encrypted();
      }
      throw e;
    }
  }

  static Unreadable encrypted() {
    return new Unreadable(
        "it is encrypted; try: unzip -p FILE | openai-errors analyze -, which asks for the"
            + " password");
  }

  /** Not what macOS adds. */
  static boolean mayBeLog(ZipEntry entry) {
    String name = entry.getName();
    while (name.startsWith("./") || name.startsWith("../")) {
      // Nothing is unpacked to where a name leads.
      name = name.substring(name.indexOf('/') + 1);
    }
    name = name.replace("/../", "/").replace("/./", "/");
    return !entry.isDirectory()
        && !name.startsWith("__MACOSX/")
        && !name.startsWith(".")
        && !name.contains("/.");
  }

  /** What cannot be read now is told of when it is read. */
  private static boolean isLog(ZipFile zip, ZipEntry entry) {
    try (InputStream in = zip.getInputStream(entry)) {
      return isLog(in.readNBytes(Beginning.SIZE));
    } catch (IOException damaged) {
      return true;
    }
  }

  /** Whether what begins so is text, or something that may hold some. */
  static boolean isLog(byte[] begin) {
    return Packing.of(begin, begin.length) != null
        || begin(begin, begin.length)
        || WideText.of(begin, begin.length) != null
        || !Noise.is(begin);
  }

  /** Opens one entry; what is closed is the whole file. */
  static InputStream open(Path file, String entry) throws IOException {
    ZipFile zip = open(file);
    try {
      ZipEntry found = zip.getEntry(entry);
      if (found == null) {
        throw new Unreadable("it was replaced while it was read");
      }
      return new FilterInputStream(zip.getInputStream(found)) {
        @Override
        public void close() throws IOException {
          zip.close();
        }
      };
    } catch (IOException | RuntimeException e) {
      zip.close();
      throw e;
    }
  }
}
