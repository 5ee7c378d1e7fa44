package org.zhikao.server.browser;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import javax.sql.DataSource;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.jdbc.datasource.DelegatingDataSource;

/** Counts what the threads that answer requests ask the database, by the statement's text. */
final class CountedStatements implements BeanPostProcessor {
    private final Map<String, Integer> asked = new ConcurrentHashMap<>();

    void forget() {
        asked.clear();
    }

    Map<String, Integer> asked() {
        return Map.copyOf(asked);
    }

    @Override
    public Object postProcessAfterInitialization(Object bean, String name) {
        return bean instanceof DataSource source
                ? new DelegatingDataSource(source) {
                    @Override
                    public Connection getConnection() throws SQLException {
                        return counted(super.getConnection());
                    }
                }
                : bean;
    }

    private Connection counted(Connection connection) {
        return watched(Connection.class, connection, "");
    }

    /** Statements made by it are watched too; what begins with {@code execute} counts. */
    private <T> T watched(Class<T> type, T target, String sql) {
        return type.cast(Proxy.newProxyInstance(
                type.getClassLoader(), new Class<?>[] {type}, (proxy, method, arguments) -> {
                    String first = arguments != null && arguments[0] instanceof String text ? text : sql;
                    if (method.getName().startsWith("execute")
                            && Thread.currentThread().getName().startsWith("http-")) {
                        asked.merge(first, 1, Integer::sum);
                    }
                    try {
                        Object made = method.invoke(target, arguments);
                        if (made instanceof PreparedStatement prepared && type == Connection.class) {
                            return watched(PreparedStatement.class, prepared, first);
                        }
                        return made instanceof Statement plain && type == Connection.class
                                ? watched(Statement.class, plain, "")
                                : made;
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                }));
    }
}
