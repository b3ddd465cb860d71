package org.manyhands.needs;

import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.manyhands.conference.ConferencePage;
import org.manyhands.conference.Places;
import org.manyhands.role.Roles;
import org.manyhands.shared.FormRefusal;
import org.manyhands.shared.RetriedOnConflict;
import org.manyhands.shared.TimeRange;
import org.manyhands.shift.Drafting;
import org.manyhands.shift.Need;
import org.manyhands.shift.Shift;
import org.manyhands.shift.Shifts;
import org.manyhands.shift.Timeslot;
import org.manyhands.shift.TimeslotId;
import org.manyhands.shift.Timeslots;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Saves of a grid what can be saved, and tells of each other cell why it cannot. */
@Service
class NeedsSaving {

    private final Timeslots timeslots;
    private final Shifts shifts;
    private final Roles roles;
    private final Places places;
    private final Drafting drafting;
    private final NeedsWriting writing;

    NeedsSaving(
            Timeslots timeslots, Shifts shifts, Roles roles, Places places, Drafting drafting, NeedsWriting writing) {
        this.timeslots = timeslots;
        this.shifts = shifts;
        this.roles = roles;
        this.places = places;
        this.drafting = drafting;
        this.writing = writing;
    }

    /** A cell that is to be another one than was shown. */
    private record Edit(NeedsGrid.At at, String shown, Optional<Need> need, String typed) {}

    @RetriedOnConflict
    @Transactional
    Saved save(ConferencePage conference, NeedsForm form) {
        drafting.hold(conference.id());
        var saved = new Saved();
        var known = known(conference, form.columns());
        var slots = timeslots.findByConferenceId(conference.id()).stream().collect(toMap(Timeslot::id, slot -> slot));
        var edits = new ArrayList<Edit>();
        for (var line : form.lines()) {
            line.touched().forEach(entry -> read(line.slot(), entry, slots.keySet(), known, saved, edits));
        }
        newLines(conference, form, saved).forEach((slot, entries) -> {
            slots.put(slot.id(), slot);
            entries.forEach(entry -> read(slot.id(), entry, slots.keySet(), known, saved, edits));
        });
        apply(conference, edits, slots, saved);
        return saved;
    }

    private Set<Column> known(ConferencePage conference, List<Column> columns) {
        var roleIds = roles.findByConferenceIdOrderByName(conference.id()).stream()
                .map(role -> role.id())
                .collect(toSet());
        var placeIds = places.findByConferenceIdOrderByName(conference.id()).stream()
                .map(place -> place.id())
                .collect(toSet());
        return columns.stream()
                .filter(column -> roleIds.contains(column.role()) && placeIds.contains(column.place()))
                .collect(toSet());
    }

    private static void read(
            TimeslotId slot,
            NeedsForm.Entry entry,
            Set<TimeslotId> slots,
            Set<Column> columns,
            Saved saved,
            List<Edit> edits) {
        var at = new NeedsGrid.At(slot, entry.column());
        if (!slots.contains(slot) || !columns.contains(entry.column())) {
            saved.gone();
            return;
        }
        try {
            edits.add(new Edit(at, entry.shown(), entry.text().need(), entry.typed()));
        } catch (FormRefusal unreadable) {
            saved.refuse(at, entry.typed(), unreadable, null);
        }
    }

    /** The timeslots that the new lines make or name, and what is typed into their cells. */
    private Map<Timeslot, List<NeedsForm.Entry>> newLines(ConferencePage conference, NeedsForm form, Saved saved) {
        var times = new LinkedHashMap<TimeRange, List<NeedsForm.Entry>>();
        for (var line : form.newLines()) {
            var wrong = line.wrong(form.day(), conference);
            if (wrong.isEmpty()) {
                times.computeIfAbsent(line.during(form.day(), conference), during -> new ArrayList<>())
                        .addAll(line.touched());
            } else {
                saved.refuse(line, wrong);
            }
        }
        var slots = drafting.slots(conference, times.keySet(), "");
        var lines = new LinkedHashMap<Timeslot, List<NeedsForm.Entry>>();
        times.forEach((during, entries) -> lines.put(Objects.requireNonNull(slots.get(during)), entries));
        return lines;
    }

    private void apply(ConferencePage conference, List<Edit> edits, Map<TimeslotId, Timeslot> slots, Saved saved) {
        var stored = stored(edits);
        var changes = new NeedsWriting.Changes();
        for (var edit : edits) {
            var shift = stored.get(edit.at());
            var now = NeedText.of(shift == null ? null : shift.need()).text();
            var wanted = NeedText.of(edit.need().orElse(null)).text();
            if (!now.equals(wanted)) {
                if (!now.equals(edit.shown())) {
                    saved.clash(edit.at(), now, edit.typed());
                } else if (shift == null) {
                    var slot = Objects.requireNonNull(slots.get(edit.at().slot()));
                    changes.add(new Drafting.Seat(
                            slot,
                            edit.at().column().role(),
                            edit.at().column().place(),
                            edit.need().orElseThrow(),
                            ""));
                } else {
                    changes.set(shift, edit.need());
                }
            }
        }
        var inTheWay = writing.write(conference, changes);
        for (var edit : edits) {
            var shift = stored.get(edit.at());
            var refusal = shift == null ? null : inTheWay.get(shift.id());
            if (shift != null && refusal != null) {
                saved.refuse(edit.at(), edit.typed(), refusal, shift.id());
            }
        }
        saved.count(changes.made(), changes.changed(), changes.removed());
    }

    private Map<NeedsGrid.At, Shift> stored(List<Edit> edits) {
        var touched = edits.stream().map(edit -> edit.at().slot()).collect(toSet());
        var stored = new HashMap<NeedsGrid.At, Shift>();
        if (!touched.isEmpty()) {
            shifts.lockAllIn(touched)
                    .forEach(shift -> stored.put(
                            new NeedsGrid.At(shift.timeslotId(), new Column(shift.roleId(), shift.placeId())), shift));
        }
        return stored;
    }
}
