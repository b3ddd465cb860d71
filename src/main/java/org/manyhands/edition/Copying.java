package org.manyhands.edition;

import org.manyhands.account.AccountId;
import org.manyhands.conference.ConferencePage;
import org.manyhands.conference.EditionForm;
import org.manyhands.conference.Editions;
import org.manyhands.conference.PlaceEditing;
import org.manyhands.role.RoleEditing;
import org.manyhands.shift.NeedsCopying;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Makes a conference of what another was: settings, places, roles and handbooks, timeslots and shifts, how it writes its mails; nobody's data. */
@Service
class Copying {

    private final Editions editions;
    private final RoleEditing roles;
    private final PlaceEditing places;
    private final NeedsCopying needs;
    private final ApplicationEventPublisher events;

    Copying(
            Editions editions,
            RoleEditing roles,
            PlaceEditing places,
            NeedsCopying needs,
            ApplicationEventPublisher events) {
        this.editions = editions;
        this.roles = roles;
        this.places = places;
        this.needs = needs;
        this.events = events;
    }

    record Copy(ConferencePage conference, int roles, int places, NeedsCopying.Copied needs) {}

    /** All of it or nothing. */
    @Transactional
    Copy copy(ConferencePage earlier, EditionForm form, AccountId founder) {
        var next = editions.begin(earlier.id(), form, founder);
        var roleCopies = roles.copy(earlier.id(), next.id());
        var placeCopies = places.copy(earlier.id(), next.id());
        var copied = needs.copy(earlier, next, new NewDates(earlier, next)::of, roleCopies, placeCopies);
        events.publishEvent(new ConferenceCopied(earlier.id(), next.id()));
        return new Copy(next, roleCopies.size(), placeCopies.size(), copied);
    }
}
