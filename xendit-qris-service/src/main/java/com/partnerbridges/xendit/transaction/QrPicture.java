package com.partnerbridges.xendit.transaction;

import com.google.zxing.EncodeHintType;
import com.google.zxing.WriterException;
import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;
import com.google.zxing.qrcode.encoder.ByteMatrix;
import com.google.zxing.qrcode.encoder.Encoder;
import java.util.Map;

/** A QR code as SVG: black modules on white, with the quiet zone of four modules. */
final class QrPicture {

  private static final int QUIET = 4;

  private QrPicture() {}

  static String svg(String text) {
    ByteMatrix modules = modules(text);
    int side = modules.getWidth() + 2 * QUIET;
    StringBuilder path = new StringBuilder();
    for (int y = 0; y < modules.getHeight(); y++) {
      for (int x = 0; x < modules.getWidth(); x++) {
        int run = run(modules, x, y);
        if (run > 0) {
          path.append("M%d %dh%dv1h-%dz".formatted(x + QUIET, y + QUIET, run, run));
          x += run;
        }
      }
    }
    return """
    <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 %1$d %1$d" shape-rendering="crispEdges">\
    <title>QRIS code</title><path fill="#fff" d="M0 0h%1$dv%1$dH0z"/><path d="%2$s"/></svg>
    """
        .formatted(side, path);
  }

  /** How many dark modules begin here. */
  private static int run(ByteMatrix modules, int x, int y) {
    int run = 0;
    while (x + run < modules.getWidth() && modules.get(x + run, y) == 1) {
      run++;
    }
    return run;
  }

  private static ByteMatrix modules(String text) {
    try {
      return Encoder.encode(
              text, ErrorCorrectionLevel.M, Map.of(EncodeHintType.CHARACTER_SET, "UTF-8"))
          .getMatrix();
    } catch (WriterException tooLong) {
      throw new IllegalStateException("a stored code does not fit into a QR code", tooLong);
    }
  }
}
