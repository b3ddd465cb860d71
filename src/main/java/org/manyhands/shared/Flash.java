package org.manyhands.shared;

import java.io.Serializable;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.ui.Model;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/**
 * What the next page says once: the key of a message and what goes into it.
 *
 * @param about the id of the thing on the page it belongs to, where there is one
 * @param next the address within the site where the next step is done, if there is one; its words are the message
 *     {@code <key>.next}
 */
public record Flash(
        Tone tone,
        String key,
        List<Object> args,
        @Nullable String about,
        @Nullable String next) implements Serializable {

    /** The name under which pages find it. */
    public static final String NAME = "flash";

    /** Whether something was done, or was not and needs another step. */
    public enum Tone {
        DONE,
        NOT_DONE
    }

    public static Flash done(String key, Object... args) {
        return new Flash(Tone.DONE, key, plain(args), null, null);
    }

    public static Flash notDone(String key, Object... args) {
        return new Flash(Tone.NOT_DONE, key, plain(args), null, null);
    }

    /** Shown beside that thing rather than at the head of the page. */
    public Flash beside(Object id) {
        return new Flash(tone, key, args, id.toString(), next);
    }

    public Flash leadingTo(String address) {
        return new Flash(tone, key, args, about, address);
    }

    /** @param id of a thing on the page; null for the page itself */
    public boolean isAbout(@Nullable Object id) {
        return id == null ? about == null : id.toString().equals(about);
    }

    /** Shows it at the head of a page that does not show the thing it is about. */
    public static void besideOneOf(Collection<?> shown, Model model) {
        if (model.getAttribute(NAME) instanceof Flash flash && shown.stream().noneMatch(flash::isAbout)) {
            model.addAttribute(NAME, new Flash(flash.tone, flash.key, flash.args, null, flash.next));
        }
    }

    public void on(RedirectAttributes redirect) {
        redirect.addFlashAttribute(NAME, this);
    }

    /** Numbers and texts: what a session can keep. */
    private static List<Object> plain(Object... args) {
        return Stream.of(args)
                .map(arg -> arg instanceof Number ? arg : arg.toString())
                .toList();
    }
}
