package org.manyhands.schedulefile;

/** How much of a file is read at most: what keeps one upload from taking the memory or the minutes of all. */
final class Caps {

    /** Of the file, and of what a fetched one may inflate to. */
    static final int BYTES = 10 * 1024 * 1024;

    /** The largest conferences have about 1,200. */
    static final int ENTRIES = 5_000;

    /** Elements, arrays or components in one another; real files have about ten. */
    static final int DEPTH = 50;

    /** Values, names and brackets of a JSON file; a real one of two megabytes has 100,000. */
    static final long JSON_TOKENS = 1_000_000;

    /** Of any text in the file, in characters, before it is cut for what it becomes. */
    static final int TEXT_IN_FILE = 500_000;

    static final int TITLE = 300;
    static final int TEXT = 20_000;
    static final int NAME = 200;
    static final int NAMES = 100;
    static final int LINK = 2_000;

    /** Of a key: longer ones are hashed. */
    static final int KEY = 200;

    /** Of what an unread row said, as the organizer sees it. */
    static final int SAID = 200;

    /** In digits. */
    static final int NUMBER = 100;

    /** Of one entry; an exhibition may last as long as the conference. */
    static final int DAYS = 366;

    private Caps() {}
}
