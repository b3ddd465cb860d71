package org.manyhands.schedule;

import java.time.Clock;
import java.time.ZoneId;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.manyhands.audit.AuditTrail;
import org.manyhands.conference.ConferenceId;
import org.manyhands.conference.ConferencePage;
import org.manyhands.schedulefile.ConferenceDays;
import org.manyhands.schedulefile.ScheduleRead;
import org.manyhands.schedulefile.ScheduleReader;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Compares files with a conference's schedule, and makes them the schedule. */
@Service
public class ScheduleImport {

    private final StoredSchedule stored;
    private final ScheduleWriting writing;
    private final PendingImports pending;
    private final SourceLog sources;
    private final AuditTrail audit;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    ScheduleImport(
            StoredSchedule stored,
            ScheduleWriting writing,
            PendingImports pending,
            SourceLog sources,
            AuditTrail audit,
            ApplicationEventPublisher events,
            Clock clock) {
        this.stored = stored;
        this.writing = writing;
        this.pending = pending;
        this.sources = sources;
        this.audit = audit;
        this.events = events;
        this.clock = clock;
    }

    /** What became of pressing the button below a preview. */
    enum Used {
        DONE,
        /** The schedule changed meanwhile: the file would do something else now than was shown. */
        STALE,
        /** Somebody used the file already, or brought another one. */
        AWAY,
        /** No entry of it can be read: it would make an empty schedule. */
        NOTHING_READ
    }

    /** The zone of times that name none is what an organizer once said, or else the conference's. */
    ScheduleRead read(byte[] file, ConferencePage conference) {
        return read(file, conference, zone(conference));
    }

    private ZoneId zone(ConferencePage conference) {
        return stored.zone(conference.id()).orElse(conference.zone());
    }

    private static ScheduleRead read(byte[] file, ConferencePage conference, ZoneId zone) {
        return ScheduleReader.read(file, new ConferenceDays(zone, conference.firstDay(), conference.lastDay()));
    }

    /** Nothing where no file waits, or where it cannot be read any more. */
    Optional<Preview> preview(ConferencePage conference) {
        return pending.find(conference.id()).flatMap(file -> preview(conference, file));
    }

    private Optional<Preview> preview(ConferencePage conference, PendingImport file) {
        var zone = Optional.ofNullable(file.zone()).or(() -> stored.zone(conference.id()));
        return read(file.file(), conference, zone.orElse(conference.zone())) instanceof ScheduleRead.Read read
                ? Optional.of(preview(conference, file, read, zone))
                : Optional.empty();
    }

    /** The revision first: whoever changes the schedule after that is noticed under the lock. */
    private Preview preview(
            ConferencePage conference, PendingImport file, ScheduleRead.Read read, Optional<ZoneId> said) {
        var revision = stored.revision(conference.id());
        return Preview.of(file, read, said, revision, compare(conference.id(), read), conference);
    }

    Changes compare(ConferenceId conference, ScheduleRead.Read read) {
        return Comparison.of(stored.talks(conference), read);
    }

    /** Whether its file is still to be used, and not used up while it was looked at. */
    boolean waits(ConferencePage conference, Preview shown) {
        return pending.waits(conference.id(), shown.file().id());
    }

    /** Makes of the schedule what was shown, or nothing. */
    @Transactional
    Used use(ConferencePage conference, Preview shown) {
        if (!shown.isUsable()) {
            return Used.NOTHING_READ;
        }
        if (stored.lock(conference.id()) != shown.revision()) {
            return waits(conference, shown) ? Used.STALE : Used.AWAY;
        }
        if (!pending.take(conference.id(), shown.file().id())) {
            return Used.AWAY;
        }
        if (!shown.changes().isEmpty()) {
            write(conference.id(), shown.changes(), shown.file().origin(), "organizer");
        }
        if (shown.file().zone() != null) {
            readFilesIn(conference.id(), shown.zone());
        }
        sources.forgetVersion(conference.id());
        if (shown.file().fetched() && sources.used(conference.id(), shown.file(), shown.changes())) {
            audit.recordAdded(
                    "schedule-source",
                    conference.id().conferenceId(),
                    conference.id().conferenceId(),
                    Map.of("Address", shown.file().origin()));
        }
        return Used.DONE;
    }

    private void readFilesIn(ConferenceId conference, ZoneId zone) {
        var before = stored.zone(conference).map(ZoneId::getId).orElse("");
        if (before.equals(zone.getId())) {
            return;
        }
        stored.readIn(conference, zone);
        audit.record(
                "schedule.zone-set",
                "schedule",
                conference.conferenceId(),
                conference.conferenceId(),
                Map.of("before", Map.of("zone", before), "after", Map.of("zone", zone.getId())));
    }

    /**
     * @return whether the schedule was still the one that was compared with, and still to be had from that address;
     *     nothing happens where it was not
     */
    @Transactional
    boolean useFromTimer(ConferenceId conference, int revision, Changes changes, String address) {
        if (stored.lock(conference) != revision || !sources.isRefreshedFrom(conference, address)) {
            return false;
        }
        pending.dropFromTimer(conference);
        if (!changes.isEmpty()) {
            write(conference, changes, address, "timer");
        }
        return true;
    }

    /** Makes a file the schedule of a conference that has none yet, without a preview. */
    @Transactional
    public void begin(ConferencePage conference, byte[] file, String origin) {
        stored.lock(conference.id());
        switch (read(file, conference)) {
            case ScheduleRead.Refused refused -> throw new IllegalArgumentException(refused.because());
            case ScheduleRead.Read read -> write(conference.id(), compare(conference.id(), read), origin, "example");
        }
    }

    private void write(ConferenceId conference, Changes changes, String origin, String by) {
        writing.write(conference, changes, clock.instant());
        events.publishEvent(ScheduleChanged.of(conference, changes));
        audit.record(
                "schedule.imported",
                "schedule",
                conference.conferenceId(),
                conference.conferenceId(),
                Map.of(
                        "by", by,
                        "from", origin,
                        "added", changes.added().size(),
                        "back", changes.back().size(),
                        "moved", changes.moved().size(),
                        "changed", changes.changed().size(),
                        "gone", changes.gone().size(),
                        "same", changes.same()));
    }

    /** Shows the file again as if its times meant that zone. */
    void readIn(ConferencePage conference, UUID file, ZoneId zone) {
        pending.readIn(conference.id(), file, zone);
    }

    /** Leaves the schedule as it is. */
    @Transactional
    void drop(ConferencePage conference, UUID file) {
        pending.take(conference.id(), file);
    }
}
