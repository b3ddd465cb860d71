package org.manyhands.account;

/** Who may organize what; answered by the conference module, which keeps the teams. */
public interface Rights {

    /** How far a conference's pages below {@code /organize} are open to somebody, each further than the one before. */
    enum Standing {
        /** Not at all. */
        NONE,
        /** Who comes and goes. */
        DESK,
        /** Besides, the shifts and people of their own roles. */
        ROLE_LEAD,
        /** Everything. */
        ORGANIZER;

        public boolean isAtLeast(Standing other) {
            return compareTo(other) >= 0;
        }
    }

    Standing standing(AccountId account, String conferenceSlug);

    /** Whether the account has a say in any conference: its sessions then end sooner. */
    boolean isInATeam(AccountId account);
}
