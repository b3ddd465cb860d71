package org.manyhands.people;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import org.manyhands.conference.ConferencePage;
import org.manyhands.conference.RolesInSight;
import org.manyhands.role.Roles;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** Who is registered, found by what one asks for, on the screen and as a file. */
@Controller
class PeopleController {

    private static final MediaType CSV = new MediaType("text", "csv", StandardCharsets.UTF_8);

    private final PeopleList people;
    private final Roles roles;
    private final Clock clock;

    PeopleController(PeopleList people, Roles roles, Clock clock) {
        this.people = people;
        this.roles = roles;
        this.clock = clock;
    }

    @GetMapping("/{c}/organize/volunteers")
    String list(ConferencePage conference, RolesInSight sight, PeopleFilter filter, Model model) {
        var found = people.page(conference.id(), sight, filter);
        var shown = found.stream().limit(PeopleList.ON_A_PAGE).toList();
        model.addAttribute("now", clock.instant());
        model.addAttribute("filter", filter);
        model.addAttribute("counts", people.counts(conference.id(), sight, filter));
        model.addAttribute("people", shown);
        model.addAttribute("everything", sight.everyRole());
        model.addAttribute(
                "more",
                found.size() > shown.size() ? filter.from(shown.getLast().id().volunteerId()) : null);
        model.addAttribute(
                "roles",
                roles.findByConferenceIdOrderByName(conference.id()).stream()
                        .filter(role -> sight.includes(role.id().roleId()))
                        .toList());
        return "people/volunteers";
    }

    /** All that the filter finds, on however many pages. */
    @GetMapping("/{c}/organize/volunteers.csv")
    ResponseEntity<String> export(ConferencePage conference, RolesInSight sight, PeopleFilter filter) {
        var name = conference.slug() + "-volunteers.csv";
        return ResponseEntity.ok()
                .contentType(CSV)
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment().filename(name).build().toString())
                .body(PeopleCsv.of(people.all(conference.id(), sight, filter), conference));
    }
}
