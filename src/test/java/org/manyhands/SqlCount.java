package org.manyhands;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.jdbc.datasource.DelegatingDataSource;

/**
 * Notes the SQL statements that the calling thread sends, so that a test can tell how many a page takes: MockMvc
 * answers on the thread of its test, and what jobs do meanwhile on theirs does not count.
 */
@TestComponent
public class SqlCount implements BeanPostProcessor {

    private static final ThreadLocal<@Nullable List<String>> SENT = new ThreadLocal<>();

    /** The statements that something takes, in their order. */
    public static List<String> of(Runnable something) {
        var sent = new ArrayList<String>();
        SENT.set(sent);
        try {
            something.run();
        } finally {
            SENT.remove();
        }
        return sent;
    }

    @Override
    public Object postProcessAfterInitialization(Object bean, String name) {
        return bean instanceof DataSource source ? new Noting(source) : bean;
    }

    private static final class Noting extends DelegatingDataSource {

        Noting(DataSource source) {
            super(source);
        }

        @Override
        public Connection getConnection() throws SQLException {
            return noting(Connection.class, super.getConnection(), "");
        }
    }

    /** Connections hand out noting statements; statements note their SQL as often as they execute it. */
    private static <T> T noting(Class<T> type, T target, String sql) {
        return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, (proxy, method, args) -> {
            var said = args != null && args.length > 0 && args[0] instanceof String text ? text : sql;
            if (method.getName().startsWith("execute")) {
                note(said);
            }
            try {
                var result = method.invoke(target, args);
                return switch (result) {
                    case PreparedStatement statement -> noting(PreparedStatement.class, statement, said);
                    case Statement statement -> noting(Statement.class, statement, said);
                    case null, default -> result;
                };
            } catch (InvocationTargetException e) {
                throw e.getCause();
            }
        }));
    }

    private static void note(String sql) {
        var sent = SENT.get();
        if (sent != null) {
            sent.add(sql.strip());
        }
    }
}
