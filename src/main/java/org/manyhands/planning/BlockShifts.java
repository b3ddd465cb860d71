package org.manyhands.planning;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.manyhands.conference.ConferencePage;
import org.manyhands.conference.PlaceId;
import org.manyhands.schedule.Talk;
import org.manyhands.schedule.TalkId;
import org.manyhands.shared.FormRefusal;
import org.manyhands.shared.TimeRange;
import org.manyhands.shift.Drafting;
import org.manyhands.shift.Need;
import org.manyhands.shift.ShiftId;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Makes the shifts that an organizer ticked in the grid of blocks, each tied to the talks that are on there then. */
@Service
class BlockShifts {

    private final Drafting drafting;
    private final Ties ties;

    BlockShifts(Drafting drafting, Ties ties) {
        this.drafting = drafting;
        this.ties = ties;
    }

    /** What is to be made, or what stands against it; one of the two is empty. */
    record Checked(List<Drafting.Draft> drafts, List<Wrong> wrong) {}

    static Checked check(BlocksForm form, ConferencePage conference, Programme.Offer offer) {
        var drafts = new ArrayList<Drafting.Draft>();
        var wrong = new ArrayList<Wrong>();
        var names = offer.placeNames();
        for (var row : form.rows()) {
            if (row.isWanted()) {
                var place = PlaceId.of(row.place());
                var name = names.get(place);
                if (name == null) {
                    wrong.add(Wrong.of("blocks", "", "blocks.meanwhile"));
                } else {
                    check(row, place, name, conference, drafts, wrong);
                }
            }
        }
        if (form.shifts() > BlocksForm.MOST_SHIFTS) {
            wrong.add(Wrong.of("blocks", "", "blocks.too-many", form.shifts(), BlocksForm.MOST_SHIFTS));
        } else if (form.shifts() == 0) {
            wrong.add(Wrong.of("blocks", "", "blocks.nothing-ticked"));
        }
        return new Checked(wrong.isEmpty() ? drafts : List.of(), wrong);
    }

    private static void check(
            BlocksForm.Row row,
            PlaceId place,
            String name,
            ConferencePage conference,
            List<Drafting.Draft> drafts,
            List<Wrong> wrong) {
        var where = name
                + row.date().map(day -> ", " + conference.times().day(day)).orElse("")
                + (row.from().isEmpty() ? "" : ", " + row.from());
        TimeRange during = null;
        try {
            during = row.during(conference);
        } catch (FormRefusal refusal) {
            var field = refusal.field().equals("to") ? "to-" : "from-";
            wrong.add(Wrong.of(field + row.number(), where, refusal));
        }
        for (var cell : row.cells()) {
            try {
                if (cell.taken()) {
                    add(drafts, cell, BlocksForm.need(cell), place, during);
                }
            } catch (FormRefusal refusal) {
                var field = refusal.field() + "-" + cell.role().slug() + "-" + row.number();
                wrong.add(Wrong.of(field, where + ", " + cell.role().name(), refusal));
            }
        }
    }

    private static void add(
            List<Drafting.Draft> drafts, BlocksForm.Cell cell, Need need, PlaceId place, @Nullable TimeRange during) {
        if (during != null) {
            drafts.add(new Drafting.Draft(new Drafting.Spot(cell.role().id(), place, during), need));
        }
    }

    /**
     * @param revision of the schedule from which the offer was made
     * @throws FormRefusal where the schedule is another one by now
     */
    @Transactional
    Drafting.Made make(ConferencePage conference, List<Drafting.Draft> drafts, Programme.Offer offer, int revision) {
        if (ties.holdSchedule(conference.id()) != revision) {
            throw new FormRefusal("blocks", "blocks.meanwhile");
        }
        var made = drafting.make(conference, drafts);
        ties.tie(conference.id(), talks(made.made(), offer));
        return made;
    }

    private static Map<ShiftId, List<TalkId>> talks(Map<Drafting.Spot, ShiftId> made, Programme.Offer offer) {
        var talks = new LinkedHashMap<ShiftId, List<TalkId>>();
        made.forEach((spot, shift) -> talks.put(
                shift,
                offer.during(spot.place(), spot.during()).stream().map(Talk::id).toList()));
        return talks;
    }
}
