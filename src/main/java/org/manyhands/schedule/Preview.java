package org.manyhands.schedule;

import java.time.ZoneId;
import org.manyhands.conference.ConferencePage;
import org.manyhands.schedulefile.ScheduleRead;

/**
 * What a file that waits would change, compared with a schedule of which that was the revision.
 *
 * @param zone what times of the file that name none were taken to mean
 * @param state all that the comparison hangs on: a button pressed below another state was pressed below another page
 */
record Preview(PendingImport file, ScheduleRead.Read read, ZoneId zone, int revision, Changes changes, String state) {

    static Preview of(
            PendingImport file,
            ScheduleRead.Read read,
            ZoneId zone,
            int revision,
            Changes changes,
            ConferencePage conference) {
        var state = "%s %d %s %s %s".formatted(file.id(), revision, zone, conference.firstDay(), conference.lastDay());
        return new Preview(file, read, zone, revision, changes, state);
    }
}
