package org.manyhands.schedulefile;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Random;

/** A way to spoil a file. */
enum Mutation {
    FLIPPED_BYTES {
        @Override
        byte[] of(byte[] file, Random random) {
            var spoilt = file.clone();
            for (var i = random.nextInt(1, 20); i > 0; i--) {
                spoilt[random.nextInt(spoilt.length)] = (byte) random.nextInt(256);
            }
            return spoilt;
        }
    },
    CUT_OFF {
        @Override
        byte[] of(byte[] file, Random random) {
            return part(file, 0, random.nextInt(file.length));
        }
    },
    PIECE_TWICE {
        @Override
        byte[] of(byte[] file, Random random) {
            var from = random.nextInt(file.length);
            var to = random.nextInt(from, file.length);
            return joined(part(file, 0, to), part(file, from, file.length));
        }
    },
    PIECE_LEFT_OUT {
        @Override
        byte[] of(byte[] file, Random random) {
            var from = random.nextInt(file.length);
            return joined(
                    part(file, 0, from), part(file, Math.min(file.length, from + random.nextInt(1, 40)), file.length));
        }
    },
    NESTED {
        @Override
        byte[] of(byte[] file, Random random) {
            var opened =
                    pick(random, "<a>", "[", "{\"a\":", "BEGIN:VEVENT\n", "BEGIN:X\n", "\"", "<event><room>", "<p><b>");
            return inserted(file, opened.repeat(random.nextInt(1, 20_000)), random);
        }
    },
    HUGE_NUMBER {
        @Override
        byte[] of(byte[] file, Random random) {
            var at = nextDigit(file, random.nextInt(file.length));
            var number = pick(random, "9".repeat(random.nextInt(1, 2_000)), "-1", "1e999999999", "99999999999", "0");
            return joined(part(file, 0, at), bytes(number), part(file, Math.min(file.length, at + 1), file.length));
        }
    },
    LONG_TEXT {
        @Override
        byte[] of(byte[] file, Random random) {
            return inserted(
                    file,
                    pick(random, " ", "a", "\u2028", "&", "\\", "%s\n", "😀").repeat(random.nextInt(1, 30_000)),
                    random);
        }
    },
    OTHER_CHARSET {
        @Override
        byte[] of(byte[] file, Random random) {
            var text = new String(file, random.nextBoolean() ? StandardCharsets.UTF_8 : StandardCharsets.ISO_8859_1);
            return text.getBytes(random.nextBoolean() ? StandardCharsets.UTF_16 : StandardCharsets.UTF_16LE);
        }
    };

    abstract byte[] of(byte[] file, Random random);

    private static int nextDigit(byte[] file, int from) {
        for (var at = from; at < file.length; at++) {
            if (Character.isDigit(file[at])) {
                return at;
            }
        }
        return from;
    }

    private static byte[] inserted(byte[] file, String text, Random random) {
        var at = random.nextInt(file.length);
        return joined(part(file, 0, at), bytes(text), part(file, at, file.length));
    }

    private static String pick(Random random, String... from) {
        return from[random.nextInt(from.length)];
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] part(byte[] file, int from, int to) {
        return Arrays.copyOfRange(file, from, to);
    }

    private static byte[] joined(byte[]... parts) {
        var joined = new ByteArrayOutputStream();
        for (var part : parts) {
            joined.writeBytes(part);
        }
        return joined.toByteArray();
    }
}
