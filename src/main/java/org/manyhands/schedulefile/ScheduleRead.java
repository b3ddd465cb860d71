package org.manyhands.schedulefile;

import java.util.List;

/** What came of reading a file. */
public sealed interface ScheduleRead {

    /**
     * The file was read, though some of its rows perhaps were not.
     *
     * @param zoneAssumed whether any time names no zone, so that it was read in the one that the reader was given
     * @param unread the rows that are not among the entries; the two together are all that the file has
     */
    record Read(Format format, boolean zoneAssumed, List<Entry> entries, List<Unread> unread) implements ScheduleRead {}

    /** Nothing could be read. */
    record Refused(String because) implements ScheduleRead {}
}
