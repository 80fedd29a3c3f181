package org.colonnade.crm.internal;

import java.util.List;
import org.colonnade.crm.api.Party;
import org.colonnade.crm.internal.store.PartyStore;
import org.colonnade.crm.internal.store.StoredParty;
import org.colonnade.platform.api.Actor;
import org.colonnade.platform.api.Page;
import org.colonnade.platform.api.Tsid;
import org.colonnade.platform.api.record.Kept;
import org.colonnade.platform.api.record.RecordDesk;
import org.colonnade.platform.api.record.RecordKind;
import org.colonnade.platform.api.record.RecordKit;
import org.colonnade.platform.api.record.RecordQuery;
import org.colonnade.platform.api.record.RecordRules;
import org.colonnade.platform.api.store.Tx;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Lists of parties that are filtered and sorted by their own fields, as the lists of every declared record are. */
@Component(service = PartyLists.class)
public class PartyLists {

    private final Tx tx;
    private final PartyStore parties;
    private final RecordDesk<PartyColumns, PartyColumns.Nothing> desk;

    @Activate
    public PartyLists(
            @Reference RecordKit kit, @Reference(target = "(module=crm)") Tx tx, @Reference CrmSettings settings) {
        this.tx = tx;
        this.parties = new PartyStore(settings::phones);
        this.desk = kit.desk(
                RecordKind.of(PartyColumns.class, PartyColumns.Nothing.class).with(new Living()), tx);
    }

    /**
     * A page of parties.
     *
     * @throws org.colonnade.platform.api.problem.Rejected {@code platform.filter.unknown-field}, {@code platform.sort.unknown-field},
     *     {@code platform.filter.invalid}, {@code platform.page.cursor}
     */
    public Page<Party> list(Actor actor, RecordQuery query) {
        Page<Kept<PartyColumns>> page = desk.list(actor, query);
        List<Long> ids =
                page.items().stream().map(record -> Tsid.parse(record.id())).toList();
        List<Party> shown = tx.read(work -> parties.list(work, ids)).stream()
                .map(StoredParty::view)
                .toList();
        return new Page<>(shown, page.next());
    }

    /** Those that are part of another party are that party's. */
    private static final class Living implements RecordRules<PartyColumns, PartyColumns.Nothing> {

        @Override
        public String seen(Actor actor) {
            return "mergedInto!=*";
        }
    }
}
