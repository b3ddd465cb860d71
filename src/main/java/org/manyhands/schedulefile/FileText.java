package org.manyhands.schedulefile;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The characters of a file: by its byte order mark, else as UTF-8, else as its XML declaration says, else as what old
 * spreadsheets write (Windows-1252).
 */
final class FileText {

    private static final Pattern DECLARED =
            Pattern.compile("^\\s*<\\?xml[^>]{0,100}encoding\\s*=\\s*[\"']([A-Za-z0-9._:-]{1,40})[\"']");
    private static final Pattern CALENDAR = Pattern.compile("^\\s*BEGIN:VCALENDAR", Pattern.CASE_INSENSITIVE);
    private static final Charset SPREADSHEETS = Charset.forName("windows-1252");
    private static final int BEGINNING = 200;

    private FileText() {}

    static String of(byte[] file) {
        return without((char) 0xFEFF, decoded(file));
    }

    private static String decoded(byte[] file) {
        var wide = wide(file);
        if (wide.isPresent()) {
            return unfoldedIfCalendar(new String(file, wide.get()));
        }
        var beginning = new String(file, 0, Math.min(file.length, BEGINNING), StandardCharsets.ISO_8859_1);
        // Before decoding: calendars are folded by the byte, and some are folded in the middle of a character (RFC
        // 5545, 3.1)
        var bytes = CALENDAR.matcher(beginning.replace("ï»¿", "")).find() ? unfolded(file) : file;
        return utf8(bytes).orElseGet(() -> new String(bytes, declared(beginning).orElse(SPREADSHEETS)));
    }

    private static Optional<Charset> wide(byte[] file) {
        if (file.length < 2) {
            return Optional.empty();
        }
        var first = file[0] & 0xFF;
        var second = file[1] & 0xFF;
        if (first == 0xFF && second == 0xFE || first != 0 && second == 0) {
            return Optional.of(StandardCharsets.UTF_16LE);
        }
        return first == 0xFE && second == 0xFF || first == 0 && second != 0
                ? Optional.of(StandardCharsets.UTF_16BE)
                : Optional.empty();
    }

    private static Optional<String> utf8(byte[] bytes) {
        try {
            return Optional.of(StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString());
        } catch (CharacterCodingException e) {
            return Optional.empty();
        }
    }

    private static Optional<Charset> declared(String beginning) {
        var declared = DECLARED.matcher(beginning);
        try {
            return declared.find() ? Optional.of(Charset.forName(declared.group(1))) : Optional.empty();
        } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
            return Optional.empty();
        }
    }

    private static byte[] unfolded(byte[] file) {
        return unfolded(new String(file, StandardCharsets.ISO_8859_1)).getBytes(StandardCharsets.ISO_8859_1);
    }

    private static String unfoldedIfCalendar(String text) {
        return CALENDAR.matcher(without((char) 0xFEFF, text)).find() ? unfolded(text) : text;
    }

    private static String unfolded(String text) {
        return text.replaceAll("(?:\\r\\n|\\n|\\r)[ \\t]", "");
    }

    private static String without(char mark, String text) {
        return text.isEmpty() || text.charAt(0) != mark ? text : text.substring(1);
    }
}
