package org.manyhands.schedulefile;

/**
 * Where an entry stands in its file, and what it is known by there even if the rest of it cannot be read.
 *
 * @param where a line, an index or an id, for people
 * @param said what it says, for people who look for it in the file
 * @param id what the file knows it by; empty without one
 */
record Spot(String where, String said, String id, String title) {

    static Spot titled(String where, String id, String title) {
        return new Spot(where, title, id, title);
    }
}
