package org.manyhands.conference;

import java.util.Map;
import org.manyhands.account.AccountId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Begins the next edition of a conference with what an earlier one was like. */
@Service
public class Editions {

    private final ConferenceEditing editing;
    private final JdbcClient jdbc;

    Editions(ConferenceEditing editing, JdbcClient jdbc) {
        this.editing = editing;
        this.jdbc = jdbc;
    }

    /** Those who own the earlier one, and those who may make conferences anyway. */
    public boolean mayBegin(ConferenceId earlier, AccountId asker) {
        return jdbc.sql("""
                        select may_create_conferences or exists (
                            select from team_member
                            where conference_id = :conference and account_id = :account and held_right = 'OWNER')
                        from account where account_id = :account
                        """)
                .param("conference", earlier.conferenceId())
                .param("account", asker.accountId())
                .query(Boolean.class)
                .optional()
                .orElse(false);
    }

    public EditionForm proposal(ConferenceId earlier) {
        return EditionForm.after(ConferenceForm.of(editing.find(earlier)));
    }

    /** The zones to choose from, by their ids. */
    public Map<String, String> zones(ConferenceId earlier) {
        return Zones.choices(editing.find(earlier).zone().getId());
    }

    /** With the settings of the earlier one, and nobody but the founder in its team. */
    @Transactional(propagation = Propagation.MANDATORY)
    public ConferencePage begin(ConferenceId earlier, EditionForm form, AccountId founder) {
        var settings = form.over(ConferenceForm.of(editing.find(earlier)));
        return ConferencePage.of(editing.found(settings, founder));
    }
}
