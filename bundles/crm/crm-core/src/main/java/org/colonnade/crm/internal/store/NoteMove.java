package org.colonnade.crm.internal.store;

import com.fasterxml.jackson.core.type.TypeReference;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import org.colonnade.crm.internal.Json;
import org.colonnade.platform.api.store.Work;

/** What was written about a party; the journal holds the ids. */
final class NoteMove extends OwnMove {

    private static final String OF_PARTY = "select id from crm_note where party_id = ? order by id";
    private static final String MOVE = "update crm_note set party_id = ? where party_id = ? and id = any (?)";
    private static final TypeReference<List<Long>> IDS = new TypeReference<>() {};

    NoteMove() {
        super("crm.notes");
    }

    @Override
    String move(Work work, Connection connection, long merged, long survivor) throws SQLException {
        List<Long> ids = Sql.query(connection, OF_PARTY, row -> row.getLong(1), merged);
        Sql.update(connection, MOVE, survivor, merged, Sql.ids(connection, ids));
        return Json.write(ids);
    }

    @Override
    void putBack(Work work, Connection connection, long merged, long survivor, String journal) throws SQLException {
        Sql.update(connection, MOVE, merged, survivor, Sql.ids(connection, Json.read(journal, IDS)));
    }
}
