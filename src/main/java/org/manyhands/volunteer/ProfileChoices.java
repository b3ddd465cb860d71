package org.manyhands.volunteer;

import java.util.LinkedHashMap;
import java.util.Map;
import org.manyhands.conference.ConferencePage;
import org.manyhands.role.Roles;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/** What the fields of a profile offer to choose from; every page with those fields needs it. */
@Component
public class ProfileChoices {

    private final Roles roles;

    ProfileChoices(Roles roles) {
        this.roles = roles;
    }

    public void offer(ConferencePage conference, Model model) {
        var suits = new LinkedHashMap<String, String>();
        for (var each : Suits.values()) {
            suits.put(each.name(), each.words());
        }
        model.addAttribute("suitsChoices", suits);
        model.addAttribute("roleChoices", roleChoices(conference));
        model.addAttribute("dayChoices", dayChoices(conference));
    }

    private Map<String, String> roleChoices(ConferencePage conference) {
        var choices = new LinkedHashMap<String, String>();
        for (var role : roles.findByConferenceIdOrderByName(conference.id())) {
            choices.put(
                    role.id().roleId().toString(),
                    role.name() + " (" + role.setting().words().toLowerCase() + ")");
        }
        return choices;
    }

    private static Map<String, String> dayChoices(ConferencePage conference) {
        var choices = new LinkedHashMap<String, String>();
        for (var day : conference.days()) {
            choices.put(day.toString(), conference.times().day(day));
        }
        return choices;
    }
}
