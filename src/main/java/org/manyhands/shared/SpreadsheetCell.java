package org.manyhands.shared;

/** Text that goes into a file which is opened as a spreadsheet. */
public final class SpreadsheetCell {

    private SpreadsheetCell() {}

    /** What would begin a formula is told to be text, by the apostrophe that spreadsheets hide (OWASP, CSV injection). */
    public static String safe(String text) {
        return text.isEmpty() || "=+-@\t\r\n".indexOf(text.charAt(0)) < 0 ? text : "'" + text;
    }
}
