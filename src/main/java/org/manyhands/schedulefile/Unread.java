package org.manyhands.schedulefile;

/**
 * A row that could not be read.
 *
 * @param where its place in the file: a line, an index or an id
 * @param said what the row says, cut to a line
 * @param because why it could not be read, in a sentence
 */
public record Unread(String where, String said, String because) {}
