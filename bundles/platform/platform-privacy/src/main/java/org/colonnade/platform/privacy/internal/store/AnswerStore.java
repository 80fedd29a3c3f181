package org.colonnade.platform.privacy.internal.store;

import com.fasterxml.jackson.core.type.TypeReference;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import org.colonnade.platform.api.privacy.Erasure;
import org.colonnade.platform.api.store.Work;
import org.colonnade.platform.privacy.internal.FunctionAnswer;
import org.colonnade.platform.privacy.internal.Json;

/** What each function answered in a case. */
public final class AnswerStore {

    private static final String OF = "select * from privacy_answer where case_id = ? order by module";
    private static final String REMOVE = "delete from privacy_answer where case_id = ? and module = ?";
    private static final String ADD =
            "insert into privacy_answer (case_id, module, state, tries, failure, answered_at, asked_for, lines, records, size_bytes)"
                    + " values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)";
    private static final int LONGEST_FAILURE = 1_000;
    private static final TypeReference<List<Erasure.Line>> LINES = new TypeReference<>() {};

    private AnswerStore() {}

    static List<FunctionAnswer> of(Work work, long id) throws SQLException {
        return Sql.query(work, OF, AnswerStore::read, id);
    }

    /** Writes an answer down in the place of the one before. */
    public static void put(Work work, long id, FunctionAnswer answer) throws SQLException {
        Sql.update(work, REMOVE, id, answer.module());
        String failure = answer.failure();
        Sql.update(
                work,
                ADD,
                id,
                answer.module(),
                answer.state().name(),
                answer.tries(),
                failure == null || failure.length() <= LONGEST_FAILURE
                        ? failure
                        : failure.substring(0, LONGEST_FAILURE),
                answer.answeredAt(),
                answer.askedFor(),
                Json.write(answer.lines()),
                answer.records(),
                answer.bytes());
    }

    private static FunctionAnswer read(ResultSet row) throws SQLException {
        return new FunctionAnswer(
                row.getString("module"),
                FunctionAnswer.State.valueOf(row.getString("state")),
                row.getInt("tries"),
                row.getString("failure"),
                Sql.instant(row, "answered_at"),
                row.getString("asked_for"),
                row.getLong("records"),
                row.getLong("size_bytes"),
                Json.read(row.getString("lines"), LINES));
    }
}
