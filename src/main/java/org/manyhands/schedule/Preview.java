package org.manyhands.schedule;

import java.time.ZoneId;
import java.util.Optional;
import org.manyhands.conference.ConferencePage;
import org.manyhands.schedulefile.ScheduleRead;

/**
 * What a file that waits would change, compared with a schedule of which that was the revision.
 *
 * @param zone what times of the file that name none were taken to mean
 * @param zoneSaid whether an organizer has said so, of this file or of one before
 * @param state all that the comparison hangs on: a button pressed below another state was pressed below another page
 */
record Preview(
        PendingImport file,
        ScheduleRead.Read read,
        ZoneId zone,
        boolean zoneSaid,
        int revision,
        Changes changes,
        String state) {

    static Preview of(
            PendingImport file,
            ScheduleRead.Read read,
            Optional<ZoneId> said,
            int revision,
            Changes changes,
            ConferencePage conference) {
        var zone = said.orElse(conference.zone());
        var state = "%s %d %s %s %s".formatted(file.id(), revision, zone, conference.firstDay(), conference.lastDay());
        return new Preview(file, read, zone, said.isPresent(), revision, changes, state);
    }

    /** Whether the file says anything that could be the schedule. */
    public boolean isUsable() {
        return !read.entries().isEmpty();
    }
}
