package io.github.vramguard.field.cases;

import io.github.vramguard.field.Needs;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;

/** DuckDB, in memory. */
public final class DuckDbCases {

    private static final class Shared {
        static final Connection CONNECTION = connect();
    }

    public void ok_closed() throws SQLException {
        try (Connection connection = connect()) {
            fill(connection);
        }
    }

    public void leak_notClosed() throws SQLException {
        fill(Kept.forever(connect()));
    }

    @Needs(shared = true)
    public void ok_queries() throws SQLException {
        for (int i = 0; i < 20; i++) {
            try (PreparedStatement statement = Shared.CONNECTION.prepareStatement("select * from range(1000)")) {
                statement.executeQuery().close();
            }
        }
    }

    @Needs(shared = true)
    public void leak_resultsNotClosed() throws SQLException {
        for (int i = 0; i < 20; i++) {
            Kept.forever(Kept.forever(Shared.CONNECTION.prepareStatement("select * from range(100000)"))
                    .executeQuery());
        }
    }

    /** DuckDB has an allocator of its own, so that only resident memory shows it. */
    @Needs(shared = true)
    public void leak_rowsNeverDeleted() throws SQLException {
        for (int i = 0; i < 4; i++) {
            fill(Shared.CONNECTION);
        }
    }

    @Needs(shared = true)
    public void limit_fewRowsNeverDeleted() throws SQLException {
        fill(Shared.CONNECTION);
    }

    private static Connection connect() {
        try {
            return DriverManager.getConnection("jdbc:duckdb:");
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void fill(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("create table if not exists t (x double)");
            statement.execute("insert into t select random() from range(200000)");
        }
    }
}
