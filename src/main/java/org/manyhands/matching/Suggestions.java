package org.manyhands.matching;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.manyhands.conference.ConferencePage;
import org.manyhands.shift.ShiftFilter;
import org.manyhands.shift.ShiftList;
import org.manyhands.shift.Staffing;
import org.manyhands.signup.Agenda;
import org.manyhands.signup.Fits;
import org.manyhands.signup.FittedShifts;
import org.manyhands.volunteer.Suits;
import org.manyhands.volunteer.VolunteerId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The shifts that suit a volunteer best, of those that are open and fit their days; all of them can be taken together. */
@Component
class Suggestions {

    static final int AT_MOST = 5;

    private static final ShiftFilter OPEN = ShiftFilter.NONE.withOpenOnly(true);

    private final ShiftList shifts;
    private final Fits fits;
    private final JdbcClient jdbc;

    Suggestions(ShiftList shifts, Fits fits, JdbcClient jdbc) {
        this.shifts = shifts;
        this.fits = fits;
        this.jdbc = jdbc;
    }

    /**
     * What is suggested, and to whom.
     *
     * @param bestFirst all of which can be taken together
     * @param told whether they said anything of what suits them: else it is what needs people most
     * @param enough whether something would fit them, but they have as much work as we put to anybody
     * @param held how many shifts they have
     */
    record Suggested(List<Suggestion> bestFirst, boolean told, boolean enough, int held) {}

    /** The statements are as many as they are, however many shifts, talks and stars there are. */
    Suggested to(VolunteerId volunteer, ConferencePage conference, Instant now) {
        var open = shifts.published(conference, OPEN, now).stream()
                .filter(shift -> hasRoomForAnybody(shift.staffing()))
                .toList();
        var fitted = fits.of(volunteer, open.stream().map(ShiftList.Line::id).toList(), conference, now);
        var known = known(volunteer, fitted.agenda());
        var asker = known.asker();
        var ranked = open.stream()
                .filter(shift -> fitted.of(shift.id()).fits())
                .map(shift -> Ranked.of(shift, candidate(shift, fitted), asker))
                .sorted(Ranked.BEST_FIRST)
                .toList();
        var chosen = fitted.together(
                ranked.stream().map(Ranked::shift).toList(),
                AT_MOST,
                (shift, others) -> Workload.allows(shift, others, asker.hoursWanted() != null));
        var suggested = ranked.stream()
                .filter(each -> chosen.contains(each.shift()))
                .map(each -> new Suggestion(each.shift(), Reasons.of(each.candidate(), asker)))
                .toList();
        return new Suggested(
                suggested,
                known.told(),
                suggested.isEmpty() && !ranked.isEmpty(),
                asker.shifts().size());
    }

    private record Ranked(ShiftList.Line shift, Candidate candidate, double score) {

        /** Of those that suit alike the sooner, and always in the same order. */
        static final Comparator<Ranked> BEST_FIRST = Comparator.comparingDouble((Ranked each) -> -each.score())
                .thenComparing(each -> each.shift().during().start())
                .thenComparing(each -> each.shift().id().shiftId());

        static Ranked of(ShiftList.Line shift, Candidate candidate, Asker asker) {
            return new Ranked(shift, candidate, Score.of(candidate, asker));
        }
    }

    /** Not for those in line only, nor to be had from somebody who looks for cover: all that is suggested is free. */
    private static boolean hasRoomForAnybody(Staffing staffing) {
        return staffing.hasRoom() && staffing.waiting() == 0;
    }

    private static Candidate candidate(ShiftList.Line shift, FittedShifts fitted) {
        var staffing = shift.staffing();
        return new Candidate(
                shift.during(),
                shift.roleSlug(),
                shift.setting(),
                staffing.missing(),
                staffing.open(),
                fitted.of(shift.id()).heardTitle());
    }

    private record Known(Asker asker, boolean told) {}

    private Known known(VolunteerId volunteer, Agenda agenda) {
        return jdbc.sql("""
                        select suits, hours_at_most, days_there <> '{}' as said_days,
                               array(select slug from role_wish join role using (role_id)
                                     where role_wish.volunteer_id = volunteer.volunteer_id) as wishes
                        from volunteer where volunteer_id = ?
                        """)
                .param(volunteer.volunteerId())
                .query((row, number) -> known(
                        new Asker(
                                Suits.valueOf(row.getString("suits")),
                                Set.of((String[]) row.getArray("wishes").getArray()),
                                hours((Integer) row.getObject("hours_at_most")),
                                agenda.times(),
                                agenda.starred()),
                        row.getBoolean("said_days")))
                .single();
    }

    private static Known known(Asker asker, boolean saidDays) {
        var saidNothing = asker.suits() == Suits.EITHER
                && asker.wishes().isEmpty()
                && asker.hoursWanted() == null
                && asker.starred().isEmpty()
                && !saidDays;
        return new Known(asker, !saidNothing);
    }

    private static @Nullable Duration hours(@Nullable Integer hours) {
        return hours == null ? null : Duration.ofHours(hours);
    }
}
