package org.manyhands.conference;

import static java.util.stream.Collectors.toMap;

import java.util.LinkedHashMap;
import java.util.Map;
import org.manyhands.audit.AuditTrail;
import org.manyhands.shared.FormRefusal;
import org.manyhands.shared.NotFound;
import org.manyhands.shared.Saving;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Changes places as their conference's organizers want them. */
@Service
public class PlaceEditing {

    /** As the table has it. */
    private static final int LONGEST_NAME = 80;

    private final Places places;
    private final AuditTrail audit;

    PlaceEditing(Places places, AuditTrail audit) {
        this.places = places;
        this.audit = audit;
    }

    Place find(ConferenceId conference, PlaceId id) {
        return places.findByIdAndConferenceId(id, conference).orElseThrow(NotFound::new);
    }

    /**
     * A place of which only the name is known yet; too long a one is cut.
     *
     * @throws FormRefusal where the name has nothing for an address
     */
    @Transactional
    public PlaceId addNamed(ConferenceId conference, String name) {
        var cut = name.length() > LONGEST_NAME ? name.substring(0, LONGEST_NAME).strip() : name;
        return add(conference, new PlaceForm(cut, "", "", null));
    }

    /** @return the places that are new, by those of which they are copies */
    @Transactional(propagation = Propagation.MANDATORY)
    public Map<PlaceId, PlaceId> copy(ConferenceId from, ConferenceId to) {
        var copies = new LinkedHashMap<PlaceId, Place>();
        for (var place : places.findByConferenceIdOrderByName(from)) {
            copies.put(place.id(), new Place(to, place.slug(), place.name(), place.directions()));
        }
        places.saveAllAndFlush(copies.values());
        audit.recordAllAdded(
                "place",
                to.conferenceId(),
                copies.values().stream().collect(toMap(copy -> copy.id().placeId(), PlaceForm::of)));
        var ids = new LinkedHashMap<PlaceId, PlaceId>();
        copies.forEach((original, copy) -> ids.put(original, copy.id()));
        return ids;
    }

    @Transactional
    PlaceId add(ConferenceId conference, PlaceForm form) {
        var place = places.saveAndFlush(new Place(conference, form.slugOrName(), form.name(), form.directions()));
        audit.recordAdded("place", place.id().placeId(), conference.conferenceId(), PlaceForm.of(place));
        return place.id();
    }

    @Transactional
    void change(ConferenceId conference, PlaceId id, PlaceForm form) {
        var place = find(conference, id);
        Saving.refuseStale(form.version(), place.version());
        var before = PlaceForm.of(place);
        place.describe(form.slugOrName(), form.name(), form.directions());
        places.flush();
        audit.recordChanged("place", id.placeId(), conference.conferenceId(), before, PlaceForm.of(place));
    }

    /** Refused by the database where shifts are held there. */
    @Transactional
    void delete(ConferenceId conference, PlaceId id) {
        var place = find(conference, id);
        places.delete(place);
        places.flush();
        audit.recordDeleted("place", id.placeId(), conference.conferenceId(), PlaceForm.of(place));
    }
}
