package org.manyhands.schedule;

import org.manyhands.schedulefile.Kind;

/** What people call the kinds of a schedule's entries. */
final class KindWords {

    private KindWords() {}

    static String of(Kind kind) {
        return switch (kind) {
            case KEYNOTE -> "Keynote";
            case TALK -> "Talk";
            case TUTORIAL -> "Tutorial";
            case SPRINT -> "Sprint";
            case SOCIAL -> "Social";
            case BREAK -> "Break";
            case SERVICE -> "Service";
        };
    }
}
