package org.manyhands.account;

/** Who may organize what; answered by the floor that knows conferences and their teams. Without an answer, nobody may. */
public interface Rights {

    boolean mayOrganize(AccountId account, String conferenceSlug);

    /** Whether the account has a say in any conference: its sessions then end sooner. */
    boolean organizesAnything(AccountId account);
}
