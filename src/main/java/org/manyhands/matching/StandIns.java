package org.manyhands.matching;

import static java.util.stream.Collectors.toMap;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.manyhands.conference.ConferenceId;
import org.manyhands.shift.ShiftList;
import org.manyhands.signup.Agenda;
import org.manyhands.signup.Fits;
import org.manyhands.signup.WhoFits;
import org.manyhands.volunteer.Suits;
import org.manyhands.volunteer.VolunteerId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The volunteers whom a shift suits best, of those who are free then, for organizers who look for somebody. */
@Component
public class StandIns {

    private final WhoFits whoFits;
    private final JdbcClient jdbc;

    StandIns(WhoFits whoFits, JdbcClient jdbc) {
        this.whoFits = whoFits;
        this.jdbc = jdbc;
    }

    /** @param because a sentence that says why they */
    public record StandIn(VolunteerId volunteer, String because) {}

    /**
     * @param closed the rule that keeps everybody from taking the shift by themselves; null where they can
     * @param bestFirst always in the same order
     */
    public record Found(Fits.@Nullable Against closed, List<StandIn> bestFirst) {}

    /** In three statements, however many volunteers there are. */
    public Found on(ShiftList.Line shift, ConferenceId conference, Instant now) {
        var found = whoFits.of(shift, conference, now);
        var known =
                known(found.people().stream().map(WhoFits.Fitting::volunteer).toList(), shift.roleSlug());
        var ranked = found.people().stream()
                .map(each -> Ranked.of(each, shift, Objects.requireNonNull(known.get(each.volunteer()))))
                .sorted(Ranked.BEST_FIRST)
                .map(each -> new StandIn(each.volunteer(), WhyThem.of(each.shift(), each.asker())))
                .toList();
        return new Found(found.closed(), ranked);
    }

    private record Known(Suits suits, @Nullable Integer hours, boolean wishes) {

        Asker asker(Agenda agenda, String role) {
            return new Asker(
                    suits,
                    wishes ? Set.of(role) : Set.of(),
                    hours == null ? null : Duration.ofHours(hours),
                    agenda.times(),
                    agenda.starred());
        }
    }

    private record Ranked(VolunteerId volunteer, Candidate shift, Asker asker, double score) {

        /** Of those whom it suits alike, who has done less so far. */
        static final Comparator<Ranked> BEST_FIRST = Comparator.comparingDouble((Ranked each) -> -each.score())
                .thenComparing(each -> WhyThem.taken(each.asker()))
                .thenComparing(each -> each.volunteer().volunteerId());

        static Ranked of(WhoFits.Fitting fitting, ShiftList.Line shift, Known known) {
            var staffing = shift.staffing();
            var candidate = new Candidate(
                    shift.during(),
                    shift.roleSlug(),
                    shift.setting(),
                    staffing.missing(),
                    staffing.open(),
                    fitting.fit().heardTitle());
            var asker = known.asker(fitting.agenda(), shift.roleSlug());
            return new Ranked(fitting.volunteer(), candidate, asker, Score.of(candidate, asker));
        }
    }

    private Map<VolunteerId, Known> known(Collection<VolunteerId> volunteers, String role) {
        return jdbc
                .sql("""
                        select volunteer_id, suits, hours_at_most, exists (
                            select from role_wish join role using (role_id)
                            where role_wish.volunteer_id = volunteer.volunteer_id and slug = :role) as wishes
                        from volunteer where volunteer_id = any(:volunteers)
                        """)
                .param("role", role)
                .param(
                        "volunteers",
                        volunteers.stream().map(VolunteerId::volunteerId).toArray(UUID[]::new))
                .query((row, number) -> Map.entry(
                        new VolunteerId(row.getObject("volunteer_id", UUID.class)),
                        new Known(
                                Suits.valueOf(row.getString("suits")),
                                (Integer) row.getObject("hours_at_most"),
                                row.getBoolean("wishes"))))
                .list()
                .stream()
                .collect(toMap(Map.Entry::getKey, Map.Entry::getValue));
    }
}
