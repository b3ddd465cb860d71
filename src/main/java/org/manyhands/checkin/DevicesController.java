package org.manyhands.checkin;

import jakarta.validation.Valid;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.manyhands.conference.ConferencePage;
import org.manyhands.conference.Place;
import org.manyhands.conference.PlaceId;
import org.manyhands.conference.Places;
import org.manyhands.shared.BaseUrl;
import org.manyhands.shared.Choices;
import org.manyhands.shared.Flash;
import org.manyhands.shared.NotFound;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The links of desk devices and wall displays, for organizers. */
@Controller
@RequestMapping("/{c}/organize/checkin/displays")
class DevicesController {

    /** The new address, on the page after it was made. It rests in the organizer's session until then, and no longer. */
    private static final String MADE = "made";

    private static final String LIST = "redirect:/{c}/organize/checkin/displays";

    private final DeviceLinks links;
    private final Places places;
    private final BaseUrl baseUrl;

    DevicesController(DeviceLinks links, Places places, BaseUrl baseUrl) {
        this.links = links;
        this.places = places;
        this.baseUrl = baseUrl;
    }

    @GetMapping
    String list(ConferencePage conference, AtDesk atDesk, Model model) {
        refuseOthers(atDesk);
        model.addAttribute("form", DeviceForm.EMPTY);
        return show(conference, model);
    }

    @PostMapping
    String link(
            ConferencePage conference,
            AtDesk atDesk,
            @Valid @ModelAttribute("form") DeviceForm form,
            BindingResult typed,
            Model model,
            RedirectAttributes redirect) {
        refuseOthers(atDesk);
        var place = placeOf(conference, form, typed);
        if (typed.hasErrors()) {
            return show(conference, model);
        }
        redirect.addFlashAttribute(MADE, links.link(conference.id(), form.kind(), form.name(), place));
        return LIST;
    }

    @PostMapping("/{id}/renew")
    String renew(ConferencePage conference, AtDesk atDesk, @PathVariable DeviceId id, RedirectAttributes redirect) {
        refuseOthers(atDesk);
        redirect.addFlashAttribute(MADE, links.renew(conference.id(), id));
        return LIST;
    }

    @PostMapping("/{id}/end")
    String end(ConferencePage conference, AtDesk atDesk, @PathVariable DeviceId id, RedirectAttributes redirect) {
        refuseOthers(atDesk);
        Flash.done("device.ended", links.end(conference.id(), id)).on(redirect);
        return LIST;
    }

    private static void refuseOthers(AtDesk atDesk) {
        if (!atDesk.organizes()) {
            throw new NotFound();
        }
    }

    private @Nullable PlaceId placeOf(ConferencePage conference, DeviceForm form, BindingResult typed) {
        if (form.place() == null) {
            if (form.kind() == Device.Kind.WALL) {
                typed.rejectValue("place", "device.place-missing");
            }
            return null;
        }
        return places.findByIdAndConferenceId(new PlaceId(form.place()), conference.id())
                .map(Place::id)
                .orElseThrow(NotFound::new);
    }

    private String show(ConferencePage conference, Model model) {
        model.addAttribute("devices", links.all(conference.id()));
        model.addAttribute("kinds", kinds());
        model.addAttribute(
                "places",
                Choices.of(
                        places.findByConferenceIdOrderByName(conference.id()),
                        place -> place.id().placeId(),
                        Place::name));
        if (model.getAttribute(MADE) instanceof String made) {
            model.addAttribute("address", baseUrl.of(made));
            model.addAttribute("qr", QrCode.of(baseUrl.of(made)));
        }
        return "checkin/displays";
    }

    private static Map<String, String> kinds() {
        var kinds = new LinkedHashMap<String, String>();
        Stream.of(Device.Kind.values()).forEach(kind -> kinds.put(kind.name(), kind.words()));
        return kinds;
    }
}
