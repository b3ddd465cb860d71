package org.manyhands.checkin;

import static org.manyhands.shared.Saving.SAVED;

import jakarta.validation.Valid;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.manyhands.conference.ConferencePage;
import org.manyhands.shared.Flash;
import org.manyhands.shared.FormRefusal;
import org.manyhands.shared.NotFound;
import org.manyhands.shared.Saving;
import org.manyhands.signup.CheckIn;
import org.manyhands.signup.SignupId;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** What needs a word or a time typed: somebody did not come, or came at another time than was pressed. */
@Controller
@RequestMapping("/{c}/organize/checkin/signups/{id}")
class CorrectionController {

    private final Expected expected;
    private final CheckIn checkIn;

    CorrectionController(Expected expected, CheckIn checkIn) {
        this.expected = expected;
        this.checkIn = checkIn;
    }

    @GetMapping("/no-show")
    String askWhy(ConferencePage conference, AtDesk atDesk, @PathVariable SignupId id, Back back, Model model) {
        show(conference, atDesk, id, back, model);
        model.addAttribute("form", new NoteForm(""));
        return "checkin/no-show";
    }

    @PostMapping("/no-show")
    String noShow(
            ConferencePage conference,
            AtDesk atDesk,
            @PathVariable SignupId id,
            @Valid @ModelAttribute("form") NoteForm form,
            BindingResult typed,
            Back back,
            Model model,
            RedirectAttributes redirect) {
        if (typed.hasErrors()) {
            show(conference, atDesk, id, back, model);
            return "checkin/no-show";
        }
        var answer = checkIn.noShow(atDesk.in(conference.id()), id, form.note());
        return CheckInController.told("no-show", answer, conference, id, back, redirect);
    }

    @GetMapping
    String correct(ConferencePage conference, AtDesk atDesk, @PathVariable SignupId id, Back back, Model model) {
        var arrival = show(conference, atDesk, id, back, model);
        model.addAttribute("form", CorrectionForm.of(arrival, conference.times(), atDesk.readsNotes()));
        return "checkin/correct";
    }

    @PostMapping
    ModelAndView save(
            ConferencePage conference,
            AtDesk atDesk,
            @PathVariable SignupId id,
            @Valid @ModelAttribute("form") CorrectionForm form,
            BindingResult typed,
            Back back,
            Model model,
            RedirectAttributes redirect) {
        var was = expected.one(atDesk.in(conference.id()), id).orElseThrow(NotFound::new);
        var saving = Saving.of(typed, Map.of(), () -> save(conference, atDesk, was, form));
        if (saving == SAVED) {
            Flash.done("checkin.corrected", was.name().whole())
                    .beside(id.signupId())
                    .on(redirect);
            return new ModelAndView("redirect:" + back.at(id, conference.slug()));
        }
        show(conference, atDesk, id, back, model);
        return saving.again("checkin/correct");
    }

    private void save(ConferencePage conference, AtDesk atDesk, Arrival was, CorrectionForm form) {
        var arrived =
                typed(conference, form.arrived(), "arrived", was.presence().arrivedAt());
        var done = typed(conference, form.done(), "done", was.presence().doneAt());
        if (done != null && arrived == null) {
            throw new FormRefusal("arrived", "checkin.arrived-missing");
        }
        if (done != null && done.isBefore(arrived)) {
            throw new FormRefusal("done", "checkin.left-before-arriving");
        }
        var note = atDesk.readsNotes() ? form.note() : null;
        checkIn.correct(atDesk.in(conference.id()), was.id(), form.version(), arrived, done, note);
    }

    /** Fields have no seconds: where the minute is the same, so is the moment. */
    private static @Nullable Instant typed(
            ConferencePage conference, @Nullable LocalDateTime local, String field, @Nullable Instant was) {
        if (local == null) {
            return null;
        }
        var isSame = was != null
                && conference.times().local(was).withSecond(0).withNano(0).equals(local);
        return isSame ? was : conference.times().typed(local, field);
    }

    private Arrival show(ConferencePage conference, AtDesk atDesk, SignupId id, Back back, Model model) {
        var arrival = expected.one(atDesk.in(conference.id()), id).orElseThrow(NotFound::new);
        model.addAttribute("arrival", arrival);
        model.addAttribute("stored", CorrectionForm.of(arrival, conference.times(), atDesk.readsNotes()));
        model.addAttribute("back", back);
        return arrival;
    }
}
