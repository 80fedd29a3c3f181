package org.colonnade.crm.internal.store;

import com.fasterxml.jackson.core.type.TypeReference;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import org.colonnade.crm.internal.Json;
import org.colonnade.platform.api.store.Work;

/** Which cards and rows of imports became a party; the journal holds the import and the place in it. */
final class ImportItemMove extends OwnMove {

    private static final String OF_PARTY = "select import_id, place from crm_import_item where party_id = ?";
    private static final String MOVE = "update crm_import_item set party_id = ? where party_id = ?";
    private static final String BACK =
            "update crm_import_item set party_id = ? where party_id = ? and import_id = ? and place = ?";
    private static final TypeReference<List<Item>> ITEMS = new TypeReference<>() {};

    ImportItemMove() {
        super("crm.imports");
    }

    /** A card or row of an import. */
    private record Item(long run, long place) {}

    @Override
    String move(Work work, Connection connection, long merged, long survivor) throws SQLException {
        List<Item> items = Sql.query(connection, OF_PARTY, row -> new Item(row.getLong(1), row.getLong(2)), merged);
        Sql.update(connection, MOVE, survivor, merged);
        return Json.write(items);
    }

    @Override
    void putBack(Work work, Connection connection, long merged, long survivor, String journal) throws SQLException {
        try (PreparedStatement back = connection.prepareStatement(BACK)) {
            for (Item item : Json.read(journal, ITEMS)) {
                back.setLong(1, merged);
                back.setLong(2, survivor);
                back.setLong(3, item.run());
                back.setLong(4, item.place());
                back.addBatch();
            }
            back.executeBatch();
        }
    }
}
