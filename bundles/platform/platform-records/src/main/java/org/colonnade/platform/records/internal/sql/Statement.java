package org.colonnade.platform.records.internal.sql;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.colonnade.platform.api.record.FieldType;
import org.colonnade.platform.records.internal.shape.Cell;

/**
 * A statement that is put together. Its text is made of words of this package and of names that a kind of record declares and that were
 * found to be plain names; whatever a caller sent is a parameter.
 */
final class Statement {

    private final StringBuilder text = new StringBuilder();
    private final List<Parameter> parameters = new ArrayList<>();

    private record Parameter(FieldType type, Object value) {}

    /** Adds words. */
    Statement add(String words) {
        text.append(words);
        return this;
    }

    /** Adds a place and what stands there; a null type leaves the binding to the driver. */
    Statement add(FieldType type, Object value) {
        text.append('?');
        parameters.add(new Parameter(type, value));
        return this;
    }

    String text() {
        return text.toString();
    }

    /** The statement with its parameters, to be closed by the caller. */
    PreparedStatement prepare(Connection connection) throws SQLException {
        PreparedStatement statement = connection.prepareStatement(text.toString());
        int at = 1;
        for (Parameter parameter : parameters) {
            if (parameter.type() == null) {
                statement.setObject(at++, parameter.value());
            } else {
                Cell.bind(statement, at++, parameter.type(), parameter.value());
            }
        }
        return statement;
    }
}
