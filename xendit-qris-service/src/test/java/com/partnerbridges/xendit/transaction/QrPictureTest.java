package com.partnerbridges.xendit.transaction;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.DecodeHintType;
import com.google.zxing.LuminanceSource;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.qrcode.QRCodeReader;
import java.util.Arrays;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class QrPictureTest {

  private static final Pattern SIDE = Pattern.compile("viewBox=\"0 0 (\\d+) \\d+\"");
  private static final Pattern RUN = Pattern.compile("M(\\d+) (\\d+)h(\\d+)v1h-\\d+z");
  private static final int PIXELS = 8;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "some-random-qr-string",
        "00020101021226570011ID.DANA.WWW011893600915302259148102090225914810303UMI51440014ID.CO"
            + ".QRIS.WWW0215ID10200176114730303UMI5204581253033605405400005802ID5920Photobox6007"
            + "Jakarta61051034062070703A0163046E9C",
        "Warung Éclair 写真 <&\">",
      })
  void theDrawnCodeSaysWhatItShall(String text) throws Exception {
    String svg = QrPicture.svg(text);

    String read =
        new QRCodeReader()
            .decode(
                new BinaryBitmap(new HybridBinarizer(pixels(svg))),
                Map.of(DecodeHintType.PURE_BARCODE, true))
            .getText();

    assertThat(read).isEqualTo(text);
  }

  /** What a browser would draw. */
  private static LuminanceSource pixels(String svg) {
    int side = Integer.parseInt(SIDE.matcher(svg).results().findFirst().orElseThrow().group(1));
    int width = side * PIXELS;
    byte[] grey = new byte[width * width];
    Arrays.fill(grey, (byte) 255);
    RUN.matcher(svg).results().forEach(run -> draw(run, grey, width));
    return new LuminanceSource(width, width) {
      @Override
      public byte[] getRow(int y, byte[] row) {
        return Arrays.copyOfRange(grey, y * width, (y + 1) * width);
      }

      @Override
      public byte[] getMatrix() {
        return grey;
      }
    };
  }

  private static void draw(MatchResult run, byte[] grey, int width) {
    int left = Integer.parseInt(run.group(1)) * PIXELS;
    int top = Integer.parseInt(run.group(2)) * PIXELS;
    int length = Integer.parseInt(run.group(3)) * PIXELS;
    for (int y = top; y < top + PIXELS; y++) {
      Arrays.fill(grey, y * width + left, y * width + left + length, (byte) 0);
    }
  }
}
