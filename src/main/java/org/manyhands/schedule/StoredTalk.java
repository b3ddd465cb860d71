package org.manyhands.schedule;

/**
 * A talk as it is stored.
 *
 * @param key as {@link org.manyhands.schedulefile.Entry#key()}
 * @param blocksSetByOrganizer whether no file decides any more whether it keeps people busy
 * @param gone whether the last file had it no more
 */
record StoredTalk(TalkId id, String key, TalkText said, boolean blocksSetByOrganizer, boolean gone) {}
