package org.manyhands.team;

import static org.manyhands.shared.Saving.SAVED;
import static org.manyhands.shared.Saving.STALE;

import jakarta.validation.Valid;
import java.time.Clock;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.manyhands.account.AccountId;
import org.manyhands.account.SignedIn;
import org.manyhands.conference.ConferencePage;
import org.manyhands.role.Role;
import org.manyhands.role.Roles;
import org.manyhands.shared.Choices;
import org.manyhands.shared.Flash;
import org.manyhands.shared.FormRefusal;
import org.manyhands.shared.NotFound;
import org.manyhands.shared.Saving;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
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

/** Who runs the conference, for its organizers: ask people in, give and take rights, leave. */
@Controller
@RequestMapping("/{c}/organize/team")
class TeamController {

    private static final String HERE = "redirect:/{c}/organize/team";

    /** The constraints behind which a role that was deleted meanwhile hides. */
    private static final String ROLE_GONE = "role_lead_conference_id_role_id_fkey";

    private static final String ROLE_TO_LEAD_GONE = "invitation_role_conference_id_role_id_fkey";

    private final Members members;
    private final Membership membership;
    private final Inviting inviting;
    private final Roles roles;
    private final Clock clock;

    TeamController(Members members, Membership membership, Inviting inviting, Roles roles, Clock clock) {
        this.members = members;
        this.membership = membership;
        this.inviting = inviting;
        this.roles = roles;
        this.clock = clock;
    }

    @GetMapping
    String list(ConferencePage conference, @AuthenticationPrincipal SignedIn asker, Model model) {
        model.addAttribute("members", members.of(conference.id()));
        model.addAttribute("invited", members.invited(conference.id(), clock.instant()));
        model.addAttribute("self", asker.accountId());
        return "team/team";
    }

    @GetMapping("/invite")
    String begin(ConferencePage conference, Model model) {
        model.addAttribute("form", InviteForm.EMPTY);
        return invitePage(conference, model);
    }

    @PostMapping("/invite")
    ModelAndView invite(
            ConferencePage conference,
            @Valid @ModelAttribute("form") InviteForm form,
            BindingResult typed,
            @AuthenticationPrincipal SignedIn asker,
            Model model,
            RedirectAttributes redirect) {
        var guards = Map.of("invitation_stands_once", "email", ROLE_TO_LEAD_GONE, "roles");
        var saving = Saving.of(typed, guards, () -> inviting.invite(conference.id(), asker, form));
        if (saving == SAVED) {
            Flash.done("team.invited", form.email()).on(redirect);
            return new ModelAndView(HERE);
        }
        return saving.again(invitePage(conference, model));
    }

    @PostMapping("/invitations/{id}/again")
    String sendAgain(ConferencePage conference, @PathVariable UUID id, RedirectAttributes redirect) {
        try {
            inviting.again(conference.id(), id);
            Flash.done("team.sent-again").on(redirect);
        } catch (FormRefusal refusal) {
            Flash.notDone(refusal.key(), refusal.args().toArray()).on(redirect);
        }
        return HERE;
    }

    @PostMapping("/invitations/{id}/withdraw")
    String withdraw(ConferencePage conference, @PathVariable UUID id, RedirectAttributes redirect) {
        inviting.withdraw(conference.id(), id);
        Flash.done("team.withdrawn").on(redirect);
        return HERE;
    }

    @GetMapping("/members/{id}")
    String edit(
            ConferencePage conference, @PathVariable UUID id, @AuthenticationPrincipal SignedIn asker, Model model) {
        var member = show(conference, id, asker, model);
        model.addAttribute("form", new RightForm(member.right(), member.roles(), member.right()));
        return "team/member";
    }

    @PostMapping("/members/{id}")
    ModelAndView change(
            ConferencePage conference,
            @PathVariable UUID id,
            @Valid @ModelAttribute("form") RightForm form,
            BindingResult typed,
            @AuthenticationPrincipal SignedIn asker,
            Model model,
            RedirectAttributes redirect) {
        var guards = Map.of(Membership.AN_OWNER_STAYS, "right", ROLE_GONE, "roles");
        var saving = Saving.of(
                typed, guards, () -> membership.change(conference.id(), asker.accountId(), new AccountId(id), form));
        if (saving == SAVED) {
            Flash.done("team.changed").on(redirect);
            return new ModelAndView(HERE);
        }
        var member = show(conference, id, asker, model);
        if (saving == STALE) {
            model.addAttribute("form", new RightForm(form.right(), form.roles(), member.right()));
        }
        return saving.again("team/member");
    }

    @PostMapping("/members/{id}/remove")
    String remove(
            ConferencePage conference,
            @PathVariable UUID id,
            @AuthenticationPrincipal SignedIn asker,
            RedirectAttributes redirect) {
        var account = new AccountId(id);
        var guards = Set.of(Membership.AN_OWNER_STAYS);
        try {
            if (!Saving.deletes(guards, () -> membership.remove(conference.id(), asker.accountId(), account))) {
                Flash.notDone(Membership.AN_OWNER_STAYS).on(redirect);
                return HERE;
            }
        } catch (FormRefusal refusal) {
            Flash.notDone(refusal.key()).on(redirect);
            return HERE;
        }
        if (account.equals(asker.accountId())) {
            Flash.done("team.left", conference.name()).on(redirect);
            return "redirect:/";
        }
        Flash.done("team.removed").on(redirect);
        return HERE;
    }

    private String invitePage(ConferencePage conference, Model model) {
        offer(conference, model);
        return "team/invite";
    }

    private Members.Member show(ConferencePage conference, UUID id, SignedIn asker, Model model) {
        var member = members.one(conference.id(), new AccountId(id)).orElseThrow(NotFound::new);
        offer(conference, model);
        model.addAttribute("member", member);
        model.addAttribute("oneself", member.id().equals(asker.accountId()));
        return member;
    }

    private void offer(ConferencePage conference, Model model) {
        model.addAttribute("rights", Choices.of(Arrays.asList(Right.values()), Right::name, Right::inFull));
        model.addAttribute(
                "offeredRoles",
                Choices.of(
                        roles.findByConferenceIdOrderByName(conference.id()),
                        role -> role.id().roleId(),
                        Role::name));
    }
}
