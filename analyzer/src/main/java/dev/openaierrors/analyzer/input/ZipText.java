package dev.openaierrors.analyzer.input;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipInputStream;
import org.jspecify.annotations.Nullable;

/**
 * The logs of a zip file that cannot be read but from its begin to its end, one behind the other: a
 * stream, or one whose directory is lost.
 */
final class ZipText extends BlockStream {

  private final ZipInputStream zip;
  private final ZipEnd end;
  private @Nullable InputStream entry;
  private boolean any;
  // Of what office programs write, nothing is a log, though all of it is text.
  private boolean office;

  ZipText(InputStream in) {
    super(in);
    end = new ZipEnd(in);
    zip = new ZipInputStream(end);
  }

  @Override
  public int read(byte[] target, int offset, int length) throws IOException {
    while (true) {
      InputStream log = entry == null ? next() : entry;
      if (log == null) {
        return -1;
      }
      entry = log;
      int read = log.read(target, offset, length);
      if (read >= 0) {
        return read;
      }
      entry = null;
      if (length > 0) {
        // The last line of a log may lack its end.
        target[offset] = '\n';
        return 1;
      }
    }
  }

  /** The next one that is a log; null behind the last. */
  private @Nullable InputStream next() throws IOException {
    try {
      for (ZipEntry one = zip.getNextEntry(); one != null; one = zip.getNextEntry()) {
        checkOffice(one.getName());
        byte[] begin =
            !office && ZipLogs.mayBeLog(one) ? zip.readNBytes(Beginning.SIZE) : new byte[0];
        if (begin.length > 0 && ZipLogs.isLog(begin)) {
          any = true;
          return TextStream.of(new ReadAgain(begin, 0, begin.length, zip), true);
        }
      }
    } catch (ZipException e) {
      throw String.valueOf(e.getMessage()).contains("encrypted") ? ZipLogs.encrypted() : e;
    }
    if (office) {
      throw new Unreadable("it is a document of an office program; save it as text");
    }
    if (!any) {
      throw new Unreadable("there is no log in this zip file");
    }
    if (!end.isWhole()) {
      throw new EOFException();
    }
    return null;
  }

  private void checkOffice(String name) throws Unreadable {
    office |= !any && name.equals("[Content_Types].xml");
    if (office && name.startsWith("xl/")) {
      throw new Unreadable("it is a spreadsheet; export it as CSV");
    }
  }

  @Override
  public void close() throws IOException {
    zip.close();
  }
}
