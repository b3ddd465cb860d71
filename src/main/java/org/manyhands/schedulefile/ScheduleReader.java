package org.manyhands.schedulefile;

import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Reads a conference's schedule from a file; what kind of file it is shows in its content, not in its name. */
public final class ScheduleReader {

    /** The largest file that is read, in bytes. */
    public static final int LARGEST = Caps.BYTES;

    private static final Logger LOG = LoggerFactory.getLogger(ScheduleReader.class);
    private static final Pattern CALENDAR = Pattern.compile("^BEGIN:VCALENDAR", Pattern.CASE_INSENSITIVE);

    /** At its beginning, behind whatever may stand in front of the first element. */
    private static final Pattern WEB_PAGE = Pattern.compile(
            "^(?:<\\?xml[^>]*>|<!--.*?-->|\\s)*+<(?:!doctype\\s+html|html|head|body)\\b",
            Pattern.CASE_INSENSITIVE | Pattern.DOTALL);

    /** Enough for that, in characters. */
    private static final int BEGINNING = 2_000;

    private ScheduleReader() {}

    /** Never throws: whatever the file is, it comes to entries, to rows that could not be read, or to a refusal. */
    public static ScheduleRead read(byte[] file, ConferenceDays days) {
        if (file.length > Caps.BYTES) {
            return new ScheduleRead.Refused("The file is larger than 10 MB, which is the most we read.");
        }
        try {
            return found(recognised(FileText.of(file).strip(), days));
        } catch (CannotRead e) {
            return new ScheduleRead.Refused(e.because());
        } catch (RuntimeException e) {
            LOG.warn("A schedule could not be read", e);
            return new ScheduleRead.Refused("We could not read this file. It may be damaged.");
        }
    }

    private static ScheduleRead.Read recognised(String text, ConferenceDays days) {
        if (text.isEmpty()) {
            throw new CannotRead("The file is empty.");
        } else if (WEB_PAGE.matcher(PlainText.cut(text, BEGINNING)).find()) {
            throw new CannotRead("This is a web page, not a schedule file. Look on that page for the export: a link "
                    + "that says XML, JSON, iCal or CSV. That link’s address, or the file behind it, is what we read.");
        } else if (text.startsWith("<")) {
            return new FrabXml(days).read(text);
        } else if (text.startsWith("{") || text.startsWith("[")) {
            return json(text, days);
        } else if (CALENDAR.matcher(text).find()) {
            return new ICalendar(days).read(text);
        }
        return new Csv(days).read(text);
    }

    private static ScheduleRead.Read json(String text, ConferenceDays days) {
        var json = Json.read(text);
        return json.path("schedule").isObject() ? new FrabJson(days).read(json) : new SessionizeJson(days).read(json);
    }

    private static ScheduleRead found(ScheduleRead.Read read) {
        return read.entries().isEmpty() && read.unread().isEmpty()
                ? new ScheduleRead.Refused(
                        "This is a file of the kind " + read.format().words() + ", but there is no entry in it.")
                : read;
    }
}
