package org.manyhands.shared;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.SQLTransientConnectionException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.datasource.AbstractDataSource;

class OneWaitTests {

    private final Away away = new Away();
    private final OneWait connections = new OneWait(away);

    /** A pool that never has a connection. */
    private static final class Away extends AbstractDataSource {

        private int waits;

        @Override
        public Connection getConnection() throws SQLTransientConnectionException {
            waits++;
            throw new SQLTransientConnectionException("no connection within its time");
        }

        @Override
        public Connection getConnection(String user, String password) throws SQLTransientConnectionException {
            return getConnection();
        }
    }

    @AfterEach
    void endRequest() {
        OneWait.end();
    }

    @Test
    void isAllThatARequestWaitsInVain() {
        OneWait.begin();
        asksInVain();
        asksInVain();
        assertThat(away.waits).isOne();
    }

    @Test
    void isForEachRequestAnew() {
        OneWait.begin();
        asksInVain();
        OneWait.end();
        OneWait.begin();
        asksInVain();
        assertThat(away.waits).isEqualTo(2);
    }

    @Test
    void isNothingToWhatIsNoRequest() {
        asksInVain();
        asksInVain();
        assertThat(away.waits).isEqualTo(2);
    }

    private void asksInVain() {
        assertThatThrownBy(connections::getConnection).isInstanceOf(SQLTransientConnectionException.class);
    }
}
