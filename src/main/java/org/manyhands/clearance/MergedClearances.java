package org.manyhands.clearance;

import org.manyhands.volunteer.PeopleMerged;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Where two registrations were one person's, what either was given they have, since the earlier of the two days. */
@Component
class MergedClearances {

    private final JdbcClient jdbc;

    MergedClearances(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @EventListener
    void merge(PeopleMerged people) {
        run(people, """
                delete from role_clearance theirs using role_clearance given
                where theirs.volunteer_id = :kept and theirs.state <> 'GRANTED'
                  and given.volunteer_id = :gone and given.state = 'GRANTED' and given.role_id = theirs.role_id
                """);
        run(people, """
                update role_clearance theirs
                set granted_at = least(theirs.granted_at, given.granted_at), version = theirs.version + 1
                from role_clearance given
                where theirs.volunteer_id = :kept and given.volunteer_id = :gone and given.role_id = theirs.role_id
                """);
        run(people, """
                update role_clearance given set volunteer_id = :kept, version = version + 1
                where volunteer_id = :gone
                  and not exists (select from role_clearance theirs
                                  where theirs.volunteer_id = :kept and theirs.role_id = given.role_id)
                """);
    }

    private void run(PeopleMerged people, String sql) {
        jdbc.sql(sql)
                .param("kept", people.kept().volunteerId())
                .param("gone", people.gone().volunteerId())
                .update();
    }
}
