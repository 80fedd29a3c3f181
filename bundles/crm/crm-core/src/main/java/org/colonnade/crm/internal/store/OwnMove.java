package org.colonnade.crm.internal.store;

import java.sql.Connection;
import java.sql.SQLException;
import org.colonnade.crm.api.spi.PartyReferenceParticipant;
import org.colonnade.platform.api.Ref;
import org.colonnade.platform.api.store.Work;

/** Moves references in one of crm's own tables. */
abstract class OwnMove implements PartyReferenceParticipant {

    private final String name;

    OwnMove(String name) {
        this.name = name;
    }

    @Override
    public final String name() {
        return name;
    }

    @Override
    public final String module() {
        return "crm";
    }

    @Override
    public final String move(Ref merged, Ref survivor, Work work) throws SQLException {
        return move(work, work.unwrap(Connection.class), StoredParty.id(merged), StoredParty.id(survivor));
    }

    @Override
    public final void putBack(Ref merged, Ref survivor, String journal, Work work) throws SQLException {
        putBack(work, work.unwrap(Connection.class), StoredParty.id(merged), StoredParty.id(survivor), journal);
    }

    abstract String move(Work work, Connection connection, long merged, long survivor) throws SQLException;

    abstract void putBack(Work work, Connection connection, long merged, long survivor, String journal)
            throws SQLException;
}
