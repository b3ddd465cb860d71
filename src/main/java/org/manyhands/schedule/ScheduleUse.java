package org.manyhands.schedule;

import org.manyhands.conference.ConferencePage;

/** What hangs on a schedule; told where the schedule is, or has just been changed. The planning module, a floor above, answers. */
public interface ScheduleUse {

    /** How many shifts may have to move, because the talks they were made for did. */
    int shiftsToMove(ConferencePage conference);
}
