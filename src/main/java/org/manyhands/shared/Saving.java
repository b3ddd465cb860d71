package org.manyhands.shared;

import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.postgresql.util.PSQLException;
import org.springframework.core.NestedExceptionUtils;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.http.HttpStatus;
import org.springframework.validation.BindingResult;
import org.springframework.web.servlet.ModelAndView;

/**
 * What became of saving a form; what stands against it is told beside its fields by then. The one shape of every form
 * that creates or edits: a record takes what was typed, a service saves it in a transaction, and both may refuse.
 */
public enum Saving {
    SAVED,
    REFUSED,
    /** Somebody else saved first. The page shows what is stored now beside what was typed. */
    STALE;

    /**
     * @param guards the database's constraints that may refuse it, each with the field to tell it beside; the
     *     constraint's name is the message's key
     */
    public static Saving of(BindingResult typed, Map<String, String> guards, Runnable save) {
        if (typed.hasErrors()) {
            return REFUSED;
        }
        try {
            save.run();
            return SAVED;
        } catch (FormRefusal refusal) {
            typed.rejectValue(refusal.field(), refusal.key(), refusal.args().toArray(), null);
            return REFUSED;
        } catch (DataIntegrityViolationException refusal) {
            var constraint = constraintIn(refusal).filter(guards::containsKey).orElseThrow(() -> refusal);
            typed.rejectValue(guards.get(constraint), constraint);
            return REFUSED;
        } catch (OptimisticLockingFailureException refusal) {
            return STALE;
        }
    }

    /**
     * Deletes something, unless the database says that something else still hangs on it.
     *
     * @param guards the constraints behind which that hangs
     */
    public static boolean deletes(Set<String> guards, Runnable delete) {
        try {
            delete.run();
            return true;
        } catch (DataIntegrityViolationException refusal) {
            constraintIn(refusal).filter(guards::contains).orElseThrow(() -> refusal);
            return false;
        }
    }

    /** A form tells which version of the thing it showed; one that is not stored any more must not overwrite. */
    public static void refuseStale(@Nullable Integer shown, @Nullable Integer stored) {
        if (!Objects.equals(shown, stored)) {
            throw new OptimisticLockingFailureException("version " + shown + " was edited, " + stored + " is stored");
        }
    }

    /** The form's page once more, with what was typed. */
    public ModelAndView again(String view) {
        var page = new ModelAndView(view);
        if (this == STALE) {
            page.setStatus(HttpStatus.CONFLICT);
            page.addObject("stale", true);
        }
        return page;
    }

    /** The constraint of the database behind a failure, where it was one. */
    public static Optional<String> constraintIn(Exception failure) {
        return NestedExceptionUtils.getMostSpecificCause(failure) instanceof PSQLException refusal
                ? Optional.ofNullable(refusal.getServerErrorMessage()).map(message -> message.getConstraint())
                : Optional.empty();
    }
}
