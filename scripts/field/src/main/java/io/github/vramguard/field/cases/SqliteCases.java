package io.github.vramguard.field.cases;

import io.github.vramguard.field.Needs;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;

/** SQLite, in memory. */
public final class SqliteCases {

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
    public void ok_statementsClosed() throws SQLException {
        for (int i = 0; i < 100; i++) {
            try (PreparedStatement statement = Shared.CONNECTION.prepareStatement("select " + i)) {
                statement.executeQuery();
            }
        }
    }

    @Needs(shared = true)
    public void leak_statementsNotClosed() throws SQLException {
        for (int i = 0; i < 100; i++) {
            Kept.forever(Shared.CONNECTION.prepareStatement("select " + i)).executeQuery();
        }
    }

    @Needs(shared = true)
    public void leak_rowsNeverDeleted() throws SQLException {
        fill(Shared.CONNECTION);
    }

    private static Connection connect() {
        try {
            return DriverManager.getConnection("jdbc:sqlite::memory:");
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void fill(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("create table if not exists t (x)");
            statement.execute("insert into t values (zeroblob(400000))");
        }
    }
}
