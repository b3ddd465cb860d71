package org.manyhands.planning;

import java.util.function.Supplier;
import org.manyhands.conference.ConferencePage;
import org.manyhands.shared.Flash;
import org.manyhands.shared.FormRefusal;
import org.manyhands.shift.Along;
import org.manyhands.shift.ShiftId;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The shifts whose talks are elsewhere by now, for organizers to move or to leave one by one. */
@Controller
@RequestMapping("/{c}/organize/schedule/moves")
class MovesController {

    private static final String HERE = "redirect:/{c}/organize/schedule/moves";

    private static final String CONFLICTS = "redirect:/{c}/organize/conflicts";

    private final Moves moves;
    private final ShiftMoves moving;

    MovesController(Moves moves, ShiftMoves moving) {
        this.moves = moves;
        this.moving = moving;
    }

    @GetMapping
    String list(ConferencePage conference, Model model) {
        var lines = moves.of(conference);
        model.addAttribute("lines", lines);
        Flash.besideOneOf(
                lines.stream().map(line -> line.shift().id().shiftId()).toList(), model);
        return "planning/moves";
    }

    /** @param people what becomes of those who are on it */
    @PostMapping("/{id}/move")
    String move(
            ConferencePage conference,
            @PathVariable ShiftId id,
            @RequestParam(defaultValue = "") String state,
            @RequestParam(defaultValue = "NOBODY") Along people,
            RedirectAttributes redirect) {
        return told(id, redirect, () -> {
            var torn = moving.move(conference, id, state, people);
            if (torn > 0) {
                Flash.done("conflicts.made", torn).on(redirect);
                return CONFLICTS;
            }
            Flash.done("moves.moved").on(redirect);
            return HERE;
        });
    }

    @PostMapping("/{id}/leave")
    String leave(
            ConferencePage conference,
            @PathVariable ShiftId id,
            @RequestParam(defaultValue = "") String state,
            RedirectAttributes redirect) {
        return told(id, redirect, () -> {
            moving.leave(conference, id, state);
            Flash.done("moves.left").on(redirect);
            return HERE;
        });
    }

    private static String told(ShiftId id, RedirectAttributes redirect, Supplier<String> decision) {
        try {
            return decision.get();
        } catch (FormRefusal refusal) {
            Flash.notDone(refusal.key(), refusal.args().toArray())
                    .beside(id.shiftId())
                    .on(redirect);
        } catch (OptimisticLockingFailureException stale) {
            Flash.notDone("moves.stale").on(redirect);
        } catch (DataIntegrityViolationException stands) {
            Flash.notDone("moves.stands").beside(id.shiftId()).on(redirect);
        }
        return HERE + "#shift-" + id.shiftId();
    }
}
