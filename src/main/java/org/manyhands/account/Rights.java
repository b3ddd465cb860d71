package org.manyhands.account;

/** Who may organize what; answered by the conference module, which keeps the teams. */
public interface Rights {

    boolean mayOrganize(AccountId account, String conferenceSlug);

    boolean organizesAnything(AccountId account);
}
