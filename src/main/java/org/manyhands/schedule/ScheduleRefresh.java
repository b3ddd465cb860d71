package org.manyhands.schedule;

import java.time.Clock;
import java.util.concurrent.TimeUnit;
import org.manyhands.conference.ConferencePage;
import org.manyhands.conference.Conferences;
import org.manyhands.schedule.PendingImports.Brought;
import org.manyhands.schedulefile.Fetched;
import org.manyhands.schedulefile.ScheduleFetch;
import org.manyhands.schedulefile.ScheduleRead;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Fetches schedules again when their organizers want it, and uses what it finds. Any number of instances may do so; none
 * holds a transaction while it fetches and reads.
 */
@Component
class ScheduleRefresh {

    private static final Logger log = LoggerFactory.getLogger(ScheduleRefresh.class);

    private final SourceLog sources;
    private final Conferences conferences;
    private final ScheduleFetch fetch;
    private final ScheduleImport imports;
    private final StoredSchedule stored;
    private final PendingImports pending;
    private final Clock clock;

    ScheduleRefresh(
            SourceLog sources,
            Conferences conferences,
            ScheduleFetch fetch,
            ScheduleImport imports,
            StoredSchedule stored,
            PendingImports pending,
            Clock clock) {
        this.sources = sources;
        this.conferences = conferences;
        this.fetch = fetch;
        this.imports = imports;
        this.stored = stored;
        this.pending = pending;
        this.clock = clock;
    }

    @Scheduled(fixedDelay = 1, timeUnit = TimeUnit.MINUTES)
    void run() {
        try {
            for (var due = sources.take(clock.instant()); due.isPresent(); due = sources.take(clock.instant())) {
                refresh(due.get());
            }
        } catch (DataAccessException e) {
            log.warn(
                    "Schedules cannot be refreshed: {}",
                    e.getMostSpecificCause().getMessage());
        }
    }

    void refresh(SourceLog.Due due) {
        sources.tried(due.conference(), due.address(), outcomeOrFailure(due));
    }

    /** One that fails in an unknown way holds up none of the others. */
    private String outcomeOrFailure(SourceLog.Due due) {
        try {
            return outcome(due);
        } catch (RuntimeException e) {
            log.error("The schedule of {} cannot be refreshed", due.slug(), e);
            return "Something went wrong here. The schedule stays as it is.";
        }
    }

    private String outcome(SourceLog.Due due) {
        return switch (fetch.fetch(due.address(), due.etag())) {
            case Fetched.Unchanged unchanged -> "It is the same file as before.";
            case Fetched.Refused refused -> refused.because() + " The schedule stays as it is.";
            case Fetched.File file -> outcome(due, file);
        };
    }

    private String outcome(SourceLog.Due due, Fetched.File file) {
        var conference =
                conferences.findById(due.conference()).map(ConferencePage::of).orElseThrow();
        return switch (imports.read(file.content(), conference)) {
            case ScheduleRead.Refused refused -> refused.because() + " The schedule stays as it is.";
            case ScheduleRead.Read read -> outcome(due, file, read);
        };
    }

    private String outcome(SourceLog.Due due, Fetched.File file, ScheduleRead.Read read) {
        if (read.entries().isEmpty()) {
            return "No entry of the file there can be read. The schedule stays as it is.";
        }
        var revision = stored.revision(due.conference());
        var changes = imports.compare(due.conference(), read);
        if (changes.loseMoreThanHalf()) {
            var waits = pending.keepFromTimer(
                    due.conference(), Brought.fetched(file.content(), due.address(), file.etag()));
            return "More than half of the schedule would vanish. It stays as it is, and "
                    + (waits ? "a preview waits for your yes." : "another file that was brought waits for your yes.");
        }
        if (!imports.useFromTimer(due.conference(), revision, changes, due.address())) {
            return "The schedule was changed at the same time; the next try will compare again.";
        }
        sources.has(due.conference(), due.address(), file.etag());
        return changes.isEmpty() ? "Nothing changed." : "The schedule follows it: " + ChangesInWords.of(changes) + ".";
    }
}
