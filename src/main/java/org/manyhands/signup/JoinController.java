package org.manyhands.signup;

import jakarta.servlet.http.HttpSession;
import jakarta.validation.Valid;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.manyhands.account.LocalPath;
import org.manyhands.account.SignInDesk;
import org.manyhands.account.SignedIn;
import org.manyhands.conference.ConferencePage;
import org.manyhands.shared.NotFound;
import org.manyhands.shift.ShiftId;
import org.manyhands.shift.ShiftList;
import org.manyhands.volunteer.ProfileChoices;
import org.manyhands.volunteer.ProfileForm;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Registration, with the shifts already picked, if any. Whoever is not signed in gets a mail that completes it. */
@Controller
class JoinController {

    private final SignInDesk desk;
    private final Registrations registrations;
    private final Joining joining;
    private final ShiftList shifts;
    private final MyShifts myShifts;
    private final ProfileChoices choices;
    private final Clock clock;

    JoinController(
            SignInDesk desk,
            Registrations registrations,
            Joining joining,
            ShiftList shifts,
            MyShifts myShifts,
            ProfileChoices choices,
            Clock clock) {
        this.desk = desk;
        this.registrations = registrations;
        this.joining = joining;
        this.shifts = shifts;
        this.myShifts = myShifts;
        this.choices = choices;
        this.clock = clock;
    }

    @GetMapping("/{c}/join")
    String join(
            ConferencePage conference,
            @RequestParam(defaultValue = "") List<String> shift,
            @AuthenticationPrincipal @Nullable SignedIn asker,
            Model model) {
        requirePublished(conference);
        var picks = picks(shift);
        if (myShifts.volunteer(conference.id(), asker).isPresent()) {
            var slug = conference.slug();
            return "redirect:"
                    + (picks.isEmpty() ? "/" + slug + "/me" : picks.getFirst().under(slug));
        }
        model.addAttribute("form", ProfileForm.empty());
        model.addAttribute("joining", JoinForm.empty());
        return page(conference, picks, asker, model);
    }

    @PostMapping("/{c}/join")
    String join(
            ConferencePage conference,
            @Valid @ModelAttribute("form") ProfileForm form,
            BindingResult profile,
            @Valid @ModelAttribute("joining") JoinForm joinForm,
            BindingResult joinErrors,
            @RequestParam(defaultValue = "") List<String> shift,
            @AuthenticationPrincipal @Nullable SignedIn asker,
            HttpSession session,
            Model model,
            RedirectAttributes redirect) {
        requirePublished(conference);
        if (asker == null && !joinErrors.hasErrors() && joinForm.email() == null) {
            joinErrors.rejectValue("email", "NotNull.org.manyhands.account.EmailAddress");
        }
        if (profile.hasErrors() || joinErrors.hasErrors()) {
            return page(conference, picks(shift), asker, model);
        }
        var request = new Joining.Request(
                choices.profile(form, conference), picks(shift), joinForm.request(), clock.instant());
        if (asker == null) {
            var mine = LocalPath.orHome("/" + conference.slug() + "/me");
            return desk.ask(session, joinForm.email(), mine, signIn -> registrations.keep(signIn, conference, request));
        }
        var picks = joining.join(conference, asker.accountId(), request);
        Registrations.told(conference, picks).forEach(redirect::addFlashAttribute);
        return "redirect:/" + conference.slug() + "/me";
    }

    private static List<ShiftId> picks(List<String> shifts) {
        return shifts.stream().map(ShiftId::lenient).distinct().toList();
    }

    private static void requirePublished(ConferencePage conference) {
        if (!conference.published()) {
            throw new NotFound();
        }
    }

    private String page(ConferencePage conference, List<ShiftId> picks, @Nullable SignedIn asker, Model model) {
        var lines = shifts.published(conference.id(), picks);
        choices.offer(conference, model);
        model.addAttribute("picks", lines);
        model.addAttribute("gone", picks.size() - lines.size());
        model.addAttribute("overlapping", overlapping(lines));
        model.addAttribute("knownEmail", asker == null ? null : asker.email().text());
        return "signup/join";
    }

    /** Those that overlap one picked before them: only one of them can be had. */
    private static List<UUID> overlapping(List<ShiftList.Line> picks) {
        return picks.stream()
                .filter(pick -> picks.subList(0, picks.indexOf(pick)).stream()
                        .anyMatch(earlier -> earlier.busy().overlaps(pick.busy())))
                .map(pick -> pick.id().shiftId())
                .toList();
    }
}
