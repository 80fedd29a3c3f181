package org.colonnade.crm.internal;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.colonnade.crm.api.ExportDesk;
import org.colonnade.crm.api.FileContent;
import org.colonnade.crm.api.PartyDirectory;
import org.colonnade.crm.api.PartyQuery;
import org.colonnade.crm.internal.card.Cards;
import org.colonnade.crm.internal.domain.SearchTerms;
import org.colonnade.crm.internal.domain.Texts;
import org.colonnade.crm.internal.party.Parties;
import org.colonnade.crm.internal.party.PartyRecord;
import org.colonnade.crm.internal.party.PartySight;
import org.colonnade.crm.internal.sheet.PartyTable;
import org.colonnade.crm.internal.store.MergeStore;
import org.colonnade.crm.internal.store.PartyStore;
import org.colonnade.crm.internal.store.StoredParty;
import org.colonnade.platform.api.Actor;
import org.colonnade.platform.api.Page;
import org.colonnade.platform.api.PageRequest;
import org.colonnade.platform.api.Tsid;
import org.colonnade.platform.api.problem.NotFound;
import org.colonnade.platform.api.problem.Rejected;
import org.colonnade.platform.api.record.Kept;
import org.colonnade.platform.api.sheet.Sheets;
import org.colonnade.platform.api.store.Tx;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Writes parties out, some hundred at a time, so that no export needs more memory than another. */
@Component(service = ExportDesk.class)
public class StreamExportDesk implements ExportDesk {

    private static final int CHUNK = 200;
    private static final Actor EVERYTHING = Actor.system("export");
    private static final Set<String> VERSIONS = Set.of("3.0", "4.0");

    private final Tx tx;
    private final CrmSettings settings;
    private final PartyStore parties;
    private final Parties records;
    private final Sheets sheets;

    @Activate
    public StreamExportDesk(
            @Reference(target = "(module=crm)") Tx tx,
            @Reference CrmSettings settings,
            @Reference Parties records,
            @Reference Sheets sheets) {
        this.tx = tx;
        this.sheets = sheets;
        this.records = records;
        this.settings = settings;
        this.parties = new PartyStore(settings::phones);
    }

    /** Writes one party. */
    @FunctionalInterface
    private interface Line {
        void write(StoredParty party) throws IOException;
    }

    @Override
    public FileContent vcards(Actor actor, PartyQuery query, String version) {
        actor.require(RUN);
        checked(actor, query);
        String dialect = checked(version);
        Cards cards = new Cards(settings.phones());
        PartySight sight = new PartySight(records.desk(), actor);
        return out -> each(
                actor,
                query,
                party -> out.write(cards.write(sight.of(party.content()), dialect, party.changedAt())
                        .getBytes(StandardCharsets.UTF_8)));
    }

    @Override
    public String vcard(Actor actor, String id, String version) {
        actor.require(PartyDirectory.READ);
        String dialect = checked(version);
        StoredParty party = tx.read(work -> {
            Long living = MergeStore.survivor(work, Tsid.parse(id));
            StoredParty found = parties.find(work, living == null ? Tsid.parse(id) : living);
            if (found != null) {
                records.requireSeen(work, actor, found.id());
            }
            return found;
        });
        if (party == null) {
            throw NotFound.of("crm", "party", id);
        }
        PartySight sight = new PartySight(records.desk(), actor);
        String card = new Cards(settings.phones()).write(sight.of(party.content()), dialect, party.changedAt());
        records.looked(actor, Tsid.text(party.id()));
        return card;
    }

    @Override
    public FileContent csv(Actor actor, PartyQuery query) {
        actor.require(RUN);
        checked(actor, query);
        PartySight sight = new PartySight(records.desk(), actor);
        return out -> {
            PartyTable sheet = new PartyTable(sheets, out);
            each(actor, query, party -> sheet.write(sight.of(party.content())));
            sheet.end();
        };
    }

    private void each(Actor actor, PartyQuery query, Line line) throws IOException {
        PageRequest next = new PageRequest(CHUNK, null);
        while (next != null) {
            // which parties these are is no secret of their fields; what is written of them is looked at field by field
            Page<Kept<PartyRecord>> page = records.desk().list(EVERYTHING, Parties.asked(query, next));
            List<Long> found =
                    page.items().stream().map(kept -> Tsid.parse(kept.id())).toList();
            List<Long> ids = tx.read(work -> records.seen(work, actor, found, Stream::of));
            Map<Long, StoredParty> chunk = tx.read(work -> parties.complete(work, ids));
            for (StoredParty party :
                    ids.stream().map(chunk::get).filter(Objects::nonNull).toList()) {
                line.write(party);
            }
            next = page.next() == null ? null : new PageRequest(CHUNK, page.next());
        }
    }

    private void checked(Actor actor, PartyQuery query) {
        if (!Texts.blank(query.text()) || !Texts.blank(query.tag())) {
            records.allFields(actor);
        }
        SearchTerms.of(query.text(), settings.phones());
    }

    private static String checked(String version) {
        String wanted = version == null ? "4.0" : version;
        if (!VERSIONS.contains(wanted)) {
            throw new Rejected("crm.export.version", "A vCard is written in version 3.0 or 4.0.")
                    .field("version", "is 3.0 or 4.0");
        }
        return wanted;
    }
}
