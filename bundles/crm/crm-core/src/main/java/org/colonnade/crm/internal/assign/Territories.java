package org.colonnade.crm.internal.assign;

import java.sql.Connection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongSupplier;
import java.util.function.Predicate;
import org.colonnade.crm.api.PartyDraft;
import org.colonnade.crm.api.lead.Territory;
import org.colonnade.crm.api.lead.TerritoryDraft;
import org.colonnade.crm.internal.domain.lead.TerritoryMatch;
import org.colonnade.crm.internal.store.Sql;
import org.colonnade.platform.api.Caller;
import org.colonnade.platform.api.Ref;
import org.colonnade.platform.api.Tsid;
import org.colonnade.platform.api.record.Kept;
import org.colonnade.platform.api.record.RecordDesk;
import org.colonnade.platform.api.store.Tx;

/**
 * Which team looks after what. For contacts the territories of each company are remembered for two seconds: where there are none, a new
 * one costs no query.
 */
public final class Territories {

    private static final long MEMORY_NANOS = 2_000_000_000L;
    private static final String ACTIVE =
            "select id from crm_territory where archived = false and active = true order by place, name, id";

    private final Tx tx;
    private final RecordDesk<Territory, TerritoryDraft> desk;
    private final Colleagues colleagues;
    private final LongSupplier nanos;
    private final Map<Long, Known> known = new ConcurrentHashMap<>();

    private record Known(long readAt, List<Territory> territories) {}

    public Territories(Tx tx, RecordDesk<Territory, TerritoryDraft> desk, Colleagues colleagues) {
        this(tx, desk, colleagues, System::nanoTime);
    }

    Territories(Tx tx, RecordDesk<Territory, TerritoryDraft> desk, Colleagues colleagues, LongSupplier nanos) {
        this.tx = tx;
        this.desk = desk;
        this.colleagues = colleagues;
        this.nanos = nanos;
    }

    /** The name of the team in whose territory a lead is; null where it is in none. @param holds which conditions hold for it */
    String team(Predicate<String> holds) {
        return first(read(), one -> one.condition() != null && holds.test(one.condition()));
    }

    /** The team in whose territory a contact's address lies; null where that is none. */
    public Ref team(PartyDraft party) {
        String team = first(now(), one -> TerritoryMatch.holds(one, party));
        return team == null ? null : colleagues.team(team);
    }

    private static String first(List<Territory> territories, Predicate<Territory> holds) {
        return territories.stream()
                .filter(holds)
                .findFirst()
                .map(Territory::team)
                .orElse(null);
    }

    private List<Territory> now() {
        long company = Caller.current().company();
        Known present = known.get(company);
        if (present == null || nanos.getAsLong() - present.readAt() > MEMORY_NANOS) {
            present = new Known(nanos.getAsLong(), read());
            known.put(company, present);
        }
        return present.territories();
    }

    private List<Territory> read() {
        return tx
                .read(work -> desk.find(
                        work, Sql.query(work.unwrap(Connection.class), ACTIVE, row -> Tsid.text(row.getLong(1)))))
                .stream()
                .map(Kept::value)
                .toList();
    }
}
