package org.manyhands.checkin;

import com.google.zxing.WriterException;
import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;
import com.google.zxing.qrcode.encoder.ByteMatrix;
import com.google.zxing.qrcode.encoder.Encoder;

/**
 * A text as a QR code (ISO/IEC 18004), to be drawn as a path of unit squares.
 *
 * @param size of its sides in squares, with the quiet zone of four around it that readers want
 * @param path as an SVG has it
 */
record QrCode(int size, String path) {

    private static final int QUIET = 4;

    /** Readable with a seventh of it covered: a phone's cracked glass, or the light above the desk. */
    static QrCode of(String text) {
        try {
            var squares = Encoder.encode(text, ErrorCorrectionLevel.M).getMatrix();
            return new QrCode(squares.getWidth() + 2 * QUIET, path(squares));
        } catch (WriterException e) {
            throw new IllegalStateException("an address of ours is too long for a QR code", e);
        }
    }

    /** Each run of dark squares of a row as one rectangle. */
    private static String path(ByteMatrix squares) {
        var path = new StringBuilder();
        for (var y = 0; y < squares.getHeight(); y++) {
            for (var x = 0; x < squares.getWidth(); x++) {
                var from = x;
                while (x < squares.getWidth() && squares.get(x, y) == 1) {
                    x++;
                }
                if (x > from) {
                    path.append("M%d %dh%dv1h-%dz".formatted(from + QUIET, y + QUIET, x - from, x - from));
                }
            }
        }
        return path.toString();
    }
}
