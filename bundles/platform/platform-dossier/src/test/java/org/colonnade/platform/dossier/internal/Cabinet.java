package org.colonnade.platform.dossier.internal;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import org.colonnade.platform.api.Actor;
import org.colonnade.platform.api.PageRequest;
import org.colonnade.platform.api.Ref;
import org.colonnade.platform.api.dossier.RecordAccess;
import org.colonnade.platform.api.event.EventLog;
import org.colonnade.platform.api.problem.NotFound;
import org.colonnade.platform.api.store.Tx;
import org.colonnade.testkit.Corpora;
import org.colonnade.testkit.TestDatabase;

/** One node's dossier, put together as Declarative Services does it, beside a function that keeps cases. */
final class Cabinet {

    static final Ref CASE = Ref.of("court", "case", 4711);
    static final Ref OTHER = Ref.of("court", "case", 4712);
    static final Ref HIDDEN = Ref.of("court", "case", 4713);
    static final Ref GONE = Ref.of("court", "case", 4799);
    static final Ref KIND = new Ref("court", "case", "-");

    static final Actor CLERK =
            actor(1, "Clerk", DossierModule.READ, DossierModule.CHANGE, "court.read", "court.change");
    static final Actor READER = actor(2, "Reader", DossierModule.READ, DossierModule.CHANGE, "court.read");
    static final Actor STRANGER = actor(3, "Stranger", DossierModule.READ, DossierModule.CHANGE);
    static final Actor ADMIN = new Actor(Ref.of("platform", "user", 9), "ผู้ดูแลระบบ", Set.of(), true);

    final AtomicLong nanos = new AtomicLong();
    final Tx tx;
    final Records records = new Records(List.of(new Court()));
    final StoredTags tags = new StoredTags();
    final Definitions definitions = new Definitions(nanos::get);
    final StoredCustomFields fields;
    final FieldDesk fieldDesk;
    final StoredNotes notes;
    private final TestDatabase database;

    Cabinet(TestDatabase database) {
        this.database = database;
        tx = database.tx("dossier");
        fields = new StoredCustomFields(tx, definitions);
        fieldDesk = new FieldDesk(tx, definitions);
        notes = new StoredNotes(tx, records);
    }

    static Actor actor(long id, String name, String... permissions) {
        return new Actor(Ref.of("platform", "user", id), name, Set.of(permissions), false);
    }

    /** The list of naughty strings, those that no database can keep left out. */
    static List<String> naughty() throws IOException {
        Path file = Corpora.folder("09-naughty-inputs").resolve("strings/naughty-strings.share.json");
        return List.of(new ObjectMapper().readValue(Files.readAllBytes(file), String[].class)).stream()
                .filter(org.colonnade.platform.api.Fields::storable)
                .toList();
    }

    List<String> eventTypes() {
        database.placeEvents();
        return database.eventLog().entries(null, PageRequest.first()).items().stream()
                .map(EventLog.Entry::type)
                .toList();
    }

    /** Keeps three cases, of which one is an administrator's alone. */
    static final class Court implements RecordAccess {

        @Override
        public boolean knows(Ref kind) {
            return kind.module().equals("court") && kind.type().equals("case");
        }

        @Override
        public void requireRead(Actor actor, Ref record) {
            actor.require("court.read");
            boolean seen = Set.of(CASE, OTHER).contains(record) || record.equals(HIDDEN) && actor.administrator();
            if (!seen) {
                throw NotFound.of("court", "case", record.id());
            }
        }

        @Override
        public void requireChange(Actor actor, Ref record) {
            requireRead(actor, record);
            actor.require("court.change");
        }

        @Override
        public Set<Ref> readable(Actor actor, Collection<Ref> records) {
            return new HashSet<>(RecordAccess.super.readable(actor, records));
        }
    }
}
