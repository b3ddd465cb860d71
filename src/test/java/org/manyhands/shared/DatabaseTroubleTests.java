package org.manyhands.shared;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.BatchUpdateException;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.dao.DataAccessResourceFailureException;

class DatabaseTroubleTests {

    @ParameterizedTest
    @ValueSource(strings = {"08001", "08006", "53300", "57P01", "57P03", "55P03", "57014", "40001", "40P01"})
    void isAServerAwayOrTooBusy(String state) {
        assertThat(DatabaseTrouble.isBehind(new SQLException("x", state))).isTrue();
    }

    /** Broken constraints and broken statements are bugs, not trouble. */
    @ParameterizedTest
    @ValueSource(strings = {"23505", "23P01", "42601", "22001", "25P02"})
    void isNotAStatementTheServerRefused(String state) {
        assertThat(DatabaseTrouble.isBehind(new SQLException("x", state))).isFalse();
    }

    @Test
    void isAPoolWithoutAFreeConnection() {
        assertThat(DatabaseTrouble.isBehind(new SQLTransientConnectionException("timed out")))
                .isTrue();
    }

    @Test
    void isAConnectionThatBrokeUnderARequest() {
        assertThat(DatabaseTrouble.isBehind(new SQLException("Connection is closed")))
                .isTrue();
        assertThat(DatabaseTrouble.isBehind(new SQLException("No value specified for parameter 1")))
                .isFalse();
    }

    @Test
    void isFoundDeepInTheCauses() {
        var failure = new RuntimeException(
                new DataAccessResourceFailureException("x", new BatchUpdateException(new SQLException("x", "08006"))));
        assertThat(DatabaseTrouble.isBehind(failure)).isTrue();
    }

    @Test
    void isNotJustAnyFailure() {
        assertThat(DatabaseTrouble.isBehind(new IllegalStateException("08006"))).isFalse();
    }

    @Test
    void endsWhereCausesGoInACircle() {
        var one = new RuntimeException("one");
        one.initCause(new RuntimeException("two", one));
        assertThat(DatabaseTrouble.isBehind(one)).isFalse();
    }
}
