package org.manyhands.planning;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.manyhands.conference.ConferencePage;
import org.manyhands.conference.PlaceId;
import org.manyhands.role.Role;
import org.manyhands.role.Trait;
import org.manyhands.shift.Drafting;

/**
 * Which blocks an organizer asks for, and shifts of which roles; what nothing stands for any more is not asked for.
 *
 * @param days as an address says them
 */
record BlocksAsked(List<Role> roles, List<LocalDate> days, List<PlaceId> places) {

    /** Before anything is asked: everywhere, for the roles that hear the talks. */
    static BlocksAsked atFirst(ConferencePage conference, Programme.Offer offer) {
        return new BlocksAsked(
                offer.roles().stream()
                        .filter(role -> role.traits().contains(Trait.HEARS_TALKS))
                        .toList(),
                List.copyOf(offer.days(conference)),
                offer.places().stream().map(place -> place.id()).toList());
    }

    static BlocksAsked of(
            List<String> roles,
            List<String> days,
            List<String> places,
            ConferencePage conference,
            Programme.Offer offer) {
        return new BlocksAsked(
                offer.roles().stream()
                        .filter(role -> roles.contains(role.id().roleId().toString()))
                        .toList(),
                offer.days(conference).stream()
                        .filter(day -> days.contains(day.toString()))
                        .toList(),
                offer.places().stream()
                        .map(place -> place.id())
                        .filter(place -> places.contains(place.placeId().toString()))
                        .toList());
    }

    public boolean has(Role role) {
        return roles.contains(role);
    }

    public boolean has(LocalDate day) {
        return days.contains(day);
    }

    public boolean has(PlaceId place) {
        return places.contains(place);
    }

    /** Those asked for, in the order of the places. */
    List<Blocks.Block> blocksOf(ConferencePage conference, Programme.Offer offer) {
        return places.stream()
                .flatMap(place -> offer.blocks().stream()
                        .filter(block -> block.place().equals(place))
                        .filter(block ->
                                has(conference.times().date(block.during().start()))))
                .toList();
    }

    List<Wrong> wrong(ConferencePage conference, Programme.Offer offer) {
        var wrong = new ArrayList<Wrong>();
        Stream.of(
                        roles.isEmpty() ? Wrong.of("role", "", "blocks.no-role") : null,
                        days.isEmpty() ? Wrong.of("day", "", "blocks.no-day") : null,
                        places.isEmpty() ? Wrong.of("place", "", "blocks.no-place") : null)
                .filter(each -> each != null)
                .forEach(wrong::add);
        var shifts = blocksOf(conference, offer).size() * roles.size();
        if (wrong.isEmpty() && shifts > BlocksForm.MOST_SHIFTS) {
            wrong.add(Wrong.of("role", "", "blocks.too-many", shifts, BlocksForm.MOST_SHIFTS));
        }
        return wrong;
    }

    /** The grid as it is first: each block as it is in the programme, with one person for each shift that is not there yet. */
    BlocksForm form(ConferencePage conference, Programme.Offer offer, Set<Drafting.Spot> standing) {
        var blocks = blocksOf(conference, offer);
        var rows = new ArrayList<BlocksForm.Row>();
        for (var number = 0; number < blocks.size(); number++) {
            rows.add(BlocksForm.Row.of(number, blocks.get(number), roles, conference.times(), standing));
        }
        return new BlocksForm(rows);
    }
}
