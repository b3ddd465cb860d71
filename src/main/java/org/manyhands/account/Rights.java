package org.manyhands.account;

/** Who may organize what; answered by the conference module, which keeps the teams. */
public interface Rights {

    boolean mayOrganize(AccountId account, String conferenceSlug);

    /** Whether the account has a say in any conference: its sessions then end sooner. */
    boolean organizesAnything(AccountId account);
}
