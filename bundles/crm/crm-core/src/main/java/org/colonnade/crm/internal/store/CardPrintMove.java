package org.colonnade.crm.internal.store;

import com.fasterxml.jackson.core.type.TypeReference;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import org.colonnade.crm.internal.Json;
import org.colonnade.platform.api.store.Work;

/** From which cards a party came; the journal holds their prints. */
final class CardPrintMove extends OwnMove {

    private static final String OF_PARTY = "select print from crm_card_print where party_id = ?";
    private static final String MOVE = "update crm_card_print set party_id = ? where party_id = ? and print = any (?)";
    private static final TypeReference<List<String>> PRINTS = new TypeReference<>() {};

    CardPrintMove() {
        super("crm.cards");
    }

    @Override
    String move(Work work, Connection connection, long merged, long survivor) throws SQLException {
        List<String> prints = Sql.query(connection, OF_PARTY, row -> row.getString(1), merged);
        Sql.update(connection, MOVE, survivor, merged, Sql.texts(connection, prints));
        return Json.write(prints);
    }

    @Override
    void putBack(Work work, Connection connection, long merged, long survivor, String journal) throws SQLException {
        Sql.update(connection, MOVE, merged, survivor, Sql.texts(connection, Json.read(journal, PRINTS)));
    }
}
