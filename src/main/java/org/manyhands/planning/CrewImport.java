package org.manyhands.planning;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.manyhands.conference.ConferencePage;
import org.manyhands.conference.Place;
import org.manyhands.conference.PlaceEditing;
import org.manyhands.conference.PlaceId;
import org.manyhands.conference.Places;
import org.manyhands.role.Role;
import org.manyhands.role.RoleEditing;
import org.manyhands.role.RoleId;
import org.manyhands.role.Roles;
import org.manyhands.schedulefile.ConferenceDays;
import org.manyhands.schedulefile.ScheduleRead;
import org.manyhands.schedulefile.ScheduleReader;
import org.manyhands.schedulefile.Unread;
import org.manyhands.shift.Drafting;
import org.manyhands.shift.Need;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Makes shifts of what a file of crew shifts says, with the roles and places that are missing. */
@Service
class CrewImport {

    /** More are titles, not kinds of work. */
    static final int MOST_NEW_ROLES = 40;

    private static final int MOST_SHIFTS = 1_000;

    private final PendingShiftFiles pending;
    private final Roles roles;
    private final Places places;
    private final RoleEditing roleEditing;
    private final PlaceEditing placeEditing;
    private final Drafting drafting;

    CrewImport(
            PendingShiftFiles pending,
            Roles roles,
            Places places,
            RoleEditing roleEditing,
            PlaceEditing placeEditing,
            Drafting drafting) {
        this.pending = pending;
        this.roles = roles;
        this.places = places;
        this.roleEditing = roleEditing;
        this.placeEditing = placeEditing;
        this.drafting = drafting;
    }

    /**
     * What a file would make.
     *
     * @param zone what its times mean where they name none
     * @param zoneAssumed whether any names none
     * @param oneRole the role of all of them; null where each title is a role
     * @param fresh what is not there yet
     * @param standing how many of them are there already
     */
    record Preview(
            UUID file,
            String origin,
            ZoneId zone,
            boolean zoneAssumed,
            @Nullable Role oneRole,
            List<CrewFile.Line> fresh,
            int standing,
            Set<String> newRoles,
            Set<String> newPlaces,
            List<Unread> unread,
            List<Wrong> unusable) {

        public boolean hasTooManyRoles() {
            return newRoles.size() > MOST_NEW_ROLES;
        }

        public boolean isTooLong() {
            return fresh.size() > MOST_SHIFTS;
        }

        boolean canBeMade() {
            return !hasTooManyRoles() && !isTooLong();
        }
    }

    static ScheduleRead read(byte[] file, ConferencePage conference, ZoneId zone) {
        return ScheduleReader.read(file, new ConferenceDays(zone, conference.firstDay(), conference.lastDay()));
    }

    Optional<Preview> preview(ConferencePage conference, Optional<RoleId> role, ZoneId zone) {
        return pending.find(conference.id())
                .flatMap(file -> read(file.file(), conference, zone) instanceof ScheduleRead.Read read
                        ? Optional.of(preview(conference, file, read, role, zone))
                        : Optional.empty());
    }

    private Preview preview(
            ConferencePage conference,
            PendingShiftFiles.PendingFile file,
            ScheduleRead.Read read,
            Optional<RoleId> role,
            ZoneId zone) {
        var crew = CrewFile.of(read.entries(), conference);
        var oneRole = role.flatMap(id -> roles.findByIdAndConferenceId(id, conference.id()));
        var knownRoles = byName(roles.findByConferenceIdOrderByName(conference.id()), Role::name, Role::id);
        var knownPlaces = byName(places.findByConferenceIdOrderByName(conference.id()), Place::name, Place::id);
        var standing = drafting.standing(conference.id());
        var fresh = new ArrayList<CrewFile.Line>();
        var newRoles = new LinkedHashMap<String, String>();
        var newPlaces = new LinkedHashMap<String, String>();
        for (var line : crew.lines()) {
            var roleId = oneRole.map(Role::id).orElse(knownRoles.get(CrewFile.plain(line.role())));
            var placeId = knownPlaces.get(CrewFile.plain(line.place()));
            if (roleId == null) {
                newRoles.putIfAbsent(CrewFile.plain(line.role()), line.role());
            }
            if (placeId == null) {
                newPlaces.putIfAbsent(CrewFile.plain(line.place()), line.place());
            }
            if (roleId == null
                    || placeId == null
                    || !standing.contains(new Drafting.Spot(roleId, placeId, line.during()))) {
                fresh.add(line);
            }
        }
        return new Preview(
                file.id(),
                file.origin(),
                zone,
                read.zoneAssumed(),
                oneRole.orElse(null),
                fresh,
                crew.lines().size() - fresh.size(),
                new LinkedHashSet<>(newRoles.values()),
                new LinkedHashSet<>(newPlaces.values()),
                read.unread(),
                crew.unusable());
    }

    private static <T, I> Map<String, I> byName(Collection<T> things, Function<T, String> name, Function<T, I> id) {
        var known = new HashMap<String, I>();
        things.forEach(thing -> known.putIfAbsent(CrewFile.plain(name.apply(thing)), id.apply(thing)));
        return known;
    }

    /** Nothing where somebody else used the file already, or brought another one. */
    @Transactional
    Optional<Drafting.Made> use(ConferencePage conference, Preview shown) {
        if (!pending.take(conference.id(), shown.file())) {
            return Optional.empty();
        }
        var roleIds = byName(roles.findByConferenceIdOrderByName(conference.id()), Role::name, Role::id);
        var placeIds = byName(places.findByConferenceIdOrderByName(conference.id()), Place::name, Place::id);
        shown.newRoles()
                .forEach(name -> roleIds.computeIfAbsent(
                        CrewFile.plain(name), plain -> roleEditing.addNamed(conference.id(), name)));
        shown.newPlaces()
                .forEach(name -> placeIds.computeIfAbsent(
                        CrewFile.plain(name), plain -> placeEditing.addNamed(conference.id(), name)));
        var oneRole = shown.oneRole();
        return Optional.of(drafting.make(
                conference,
                shown.fresh().stream()
                        .map(line -> draft(
                                line,
                                oneRole == null ? named(roleIds, line.role()) : oneRole.id(),
                                named(placeIds, line.place())))
                        .toList()));
    }

    private static <I> I named(Map<String, I> ids, String name) {
        return Objects.requireNonNull(ids.get(CrewFile.plain(name)));
    }

    private static Drafting.Draft draft(CrewFile.Line line, RoleId role, PlaceId place) {
        return new Drafting.Draft(new Drafting.Spot(role, place, line.during()), Need.of(line.people()));
    }

    @Transactional
    void drop(ConferencePage conference, UUID file) {
        pending.take(conference.id(), file);
    }
}
