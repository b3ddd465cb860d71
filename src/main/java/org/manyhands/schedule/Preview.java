package org.manyhands.schedule;

import java.util.UUID;
import org.manyhands.conference.ConferencePage;
import org.manyhands.schedulefile.ScheduleRead;

/**
 * What a file that waits would change, compared with a schedule of which that was the revision.
 *
 * @param state all that the comparison hangs on: a button pressed below another state was pressed below another page
 */
record Preview(PendingImport file, ScheduleRead.Read read, int revision, Changes changes, String state) {

    static Preview of(
            PendingImport file, ScheduleRead.Read read, int revision, Changes changes, ConferencePage conference) {
        return new Preview(file, read, revision, changes, state(file.id(), revision, conference));
    }

    /** The days and the zone decide how a file is read. */
    private static String state(UUID file, int revision, ConferencePage conference) {
        return "%s %d %s %s %s"
                .formatted(file, revision, conference.zone(), conference.firstDay(), conference.lastDay());
    }
}
