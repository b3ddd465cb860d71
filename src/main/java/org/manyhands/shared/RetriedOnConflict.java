package org.manyhands.shared;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.lang.reflect.Method;
import java.sql.SQLException;
import java.util.Set;
import org.springframework.resilience.annotation.Retryable;
import org.springframework.resilience.retry.MethodRetryPredicate;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Tried again, at most three times, where the database chose this transaction to give way to another one: a
 * serialization failure or a deadlock. Wraps the method's transaction, which begins afresh each time.
 */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
@Retryable(predicate = RetriedOnConflict.GaveWay.class, maxRetries = 3, delay = 20, jitter = 20, multiplier = 2)
public @interface RetriedOnConflict {

    /** SQLSTATE 40001 and 40P01 (PostgreSQL, appendix A); within a larger transaction only that one as a whole can be tried again. */
    class GaveWay implements MethodRetryPredicate {

        private static final Set<String> STATES = Set.of("40001", "40P01");

        @Override
        public boolean shouldRetry(Method method, Throwable failure) {
            if (TransactionSynchronizationManager.isActualTransactionActive()) {
                return false;
            }
            for (var cause = failure; cause != null; cause = cause.getCause()) {
                if (cause instanceof SQLException sql && STATES.contains(String.valueOf(sql.getSQLState()))) {
                    return true;
                }
            }
            return false;
        }
    }
}
