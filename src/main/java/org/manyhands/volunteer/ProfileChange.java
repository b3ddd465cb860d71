package org.manyhands.volunteer;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What somebody changed of what they say of themselves, for the audit trail. That keeps everything for ever: of how to
 * reach and to address them it is told only that it changed.
 */
record ProfileChange(Map<String, Object> before, Map<String, Object> after) {

    static ProfileChange between(Profile was, Profile is) {
        var change = new ProfileChange(new LinkedHashMap<>(), new LinkedHashMap<>());
        change.add("name", was.name(), is.name());
        change.addUnseen("pronouns", was.pronouns(), is.pronouns());
        change.addUnseen("chatHandle", was.chatHandle(), is.chatHandle());
        change.addUnseen("phone", was.phone(), is.phone());
        change.add("suits", was.suits(), is.suits());
        change.add("roleWishes", was.roleWishes(), is.roleWishes());
        change.add("hoursAtMost", was.hoursAtMost(), is.hoursAtMost());
        change.add("hoursADayAtMost", was.hoursADayAtMost(), is.hoursADayAtMost());
        change.add("daysThere", was.daysThere(), is.daysThere());
        change.add("shownToCrew", was.shownToCrew(), is.shownToCrew());
        return change;
    }

    private void add(String field, @Nullable Object was, @Nullable Object is) {
        if (!Objects.equals(was, is)) {
            before.put(field, was == null ? "" : was);
            after.put(field, is == null ? "" : is);
        }
    }

    private void addUnseen(String field, String was, String is) {
        if (!was.equals(is)) {
            before.put(field, was.isEmpty() ? "none" : "one");
            after.put(field, is.isEmpty() ? "none" : was.isEmpty() ? "one" : "another one");
        }
    }

    Map<String, Object> detail() {
        return Map.of("before", before, "after", after);
    }
}
