package org.manyhands.planning;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.manyhands.conference.ConferencePage;
import org.manyhands.conference.Place;
import org.manyhands.conference.PlaceId;
import org.manyhands.conference.Places;
import org.manyhands.role.Role;
import org.manyhands.role.Roles;
import org.manyhands.schedule.Talk;
import org.manyhands.schedule.Talks;
import org.manyhands.shared.TimeRange;
import org.springframework.stereotype.Component;

/** Reads what a conference has to make shifts from: the blocks of its programme, its roles and places. */
@Component
class Programme {

    private final Talks talks;
    private final Roles roles;
    private final Places places;

    Programme(Talks talks, Roles roles, Places places) {
        this.talks = talks;
        this.roles = roles;
        this.places = places;
    }

    /** @param places those with blocks, by name */
    record Offer(List<Talk> talks, List<Blocks.Block> blocks, List<Role> roles, List<Place> places) {

        /** The days on which blocks begin. */
        SortedSet<LocalDate> days(ConferencePage conference) {
            return blocks.stream()
                    .map(block -> conference.times().date(block.during().start()))
                    .collect(Collectors.toCollection(TreeSet::new));
        }

        /** Rooms whose talks are at none of the places, so that no shift can be made for them. */
        Set<String> untied() {
            return talks.stream()
                    .filter(talk -> Blocks.makesABlock(talk) && talk.places().isEmpty())
                    .flatMap(talk -> talk.rooms().stream())
                    .collect(Collectors.toCollection(TreeSet::new));
        }

        Map<PlaceId, String> placeNames() {
            return places.stream().collect(Collectors.toMap(Place::id, Place::name));
        }

        /** What is on there then and makes a block. */
        List<Talk> during(PlaceId place, TimeRange during) {
            return talks.stream()
                    .filter(talk -> Blocks.makesABlock(talk) && talk.places().contains(place))
                    .filter(talk -> talk.during().filter(during::overlaps).isPresent())
                    .toList();
        }
    }

    Offer of(ConferencePage conference) {
        var schedule = all(conference);
        var blocks = Blocks.of(schedule);
        var used = blocks.stream().map(Blocks.Block::place).collect(Collectors.toSet());
        return new Offer(
                schedule,
                blocks,
                roles.findByConferenceIdOrderByName(conference.id()),
                places.findByConferenceIdOrderByName(conference.id()).stream()
                        .filter(place -> used.contains(place.id()))
                        .toList());
    }

    List<Talk> all(ConferencePage conference) {
        return talks.byDay(conference).values().stream()
                .flatMap(Collection::stream)
                .toList();
    }
}
