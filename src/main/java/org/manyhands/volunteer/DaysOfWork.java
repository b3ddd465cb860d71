package org.manyhands.volunteer;

import java.time.LocalDate;
import java.util.Set;
import org.manyhands.conference.ConferencePage;

/** On which days of a conference's zone there is anything to help with; the shift module, floors above, answers. */
public interface DaysOfWork {

    Set<LocalDate> of(ConferencePage conference);
}
