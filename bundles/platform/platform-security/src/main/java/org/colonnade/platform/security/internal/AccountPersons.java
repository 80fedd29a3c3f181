package org.colonnade.platform.security.internal;

import java.io.IOException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.colonnade.platform.api.Ref;
import org.colonnade.platform.api.Tsid;
import org.colonnade.platform.api.audit.AuditLog;
import org.colonnade.platform.api.audit.Change;
import org.colonnade.platform.api.privacy.Erasure;
import org.colonnade.platform.api.privacy.ErasureContext;
import org.colonnade.platform.api.privacy.EventRedaction;
import org.colonnade.platform.api.privacy.Hold;
import org.colonnade.platform.api.privacy.PersonFacts;
import org.colonnade.platform.api.privacy.PersonQuery;
import org.colonnade.platform.api.privacy.PersonalData;
import org.colonnade.platform.api.privacy.PersonalExport;
import org.colonnade.platform.api.privacy.PersonalFields;
import org.colonnade.platform.api.privacy.PersonalItem;
import org.colonnade.platform.api.privacy.PersonalRecord;
import org.colonnade.platform.api.security.event.UserAdded;
import org.colonnade.platform.api.security.event.UserChanged;
import org.colonnade.platform.api.store.Tx;
import org.colonnade.platform.api.store.Work;
import org.colonnade.platform.security.internal.domain.SignInName;
import org.colonnade.platform.security.internal.store.SecondFactors;
import org.colonnade.platform.security.internal.store.Subjects;
import org.colonnade.platform.security.internal.store.SubstituteRows;
import org.colonnade.platform.security.internal.store.TeamRows;
import org.colonnade.platform.security.internal.store.Tokens;
import org.colonnade.platform.security.internal.store.UserRow;
import org.colonnade.platform.security.internal.store.Users;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * What the platform knows of the people who work with it. An account that may sign in is kept, and says so: an erasure must not lock
 * somebody out by the way. Once it is disabled it becomes nobody's; its id stays, for what it did keeps pointing at it.
 */
@Component(service = PersonalData.class)
public final class AccountPersons implements PersonalData {

    static final String USER = "platform:user";
    static final String TOKEN = "platform:token";

    private static final String PURPOSE = "To let this person sign in, and to show who did what";
    private static final String IN_USE = "The account is in use; disable it, then it can be erased";
    private static final Set<String> PERSONAL_IN_EVENTS =
            PersonalFields.of(List.of(UserAdded.class, UserChanged.class));

    private final Tx tx;
    private final Passwords passwords;
    private final Doorkeeper doorkeeper;
    private final EventRedaction events;
    private final AuditLog audit;

    @Activate
    public AccountPersons(
            @Reference(target = "(module=security)") Tx tx,
            @Reference Passwords passwords,
            @Reference Doorkeeper doorkeeper,
            @Reference EventRedaction events,
            @Reference AuditLog audit) {
        this.tx = tx;
        this.passwords = passwords;
        this.doorkeeper = doorkeeper;
        this.events = events;
        this.audit = audit;
    }

    @Override
    public String module() {
        return "security";
    }

    @Override
    public List<PersonalRecord> find(PersonQuery query) {
        Set<String> names = query.facts().names().stream()
                .map(name -> name.strip().toLowerCase(Locale.ROOT))
                .filter(name -> !name.isEmpty() && !name.equals(EventRedaction.ERASED))
                .collect(Collectors.toSet());
        return tx.read(work -> {
            Set<Long> ids = new LinkedHashSet<>();
            query.refs().forEach(ref -> id(ref).ifPresent(ids::add));
            ids.addAll(Users.like(work, query.facts().emails(), names, query.limit()));
            List<PersonalRecord> found = new ArrayList<>();
            for (long id : ids) {
                Users.find(work, id)
                        .filter(row -> found.size() < query.limit())
                        .ifPresent(row -> found.add(new PersonalRecord(row.ref(), USER, facts(row))));
            }
            return found;
        });
    }

    /** A name that is only the sign-in name again says nothing about the person. */
    private static PersonFacts facts(UserRow row) {
        boolean named = !row.displayName().equals(row.name()) && !erased(row);
        return new PersonFacts(
                named ? Set.of(row.displayName()) : Set.of(),
                null,
                row.nameKey().contains("@") ? Set.of(row.nameKey()) : Set.of(),
                Set.of());
    }

    @Override
    public void export(Ref person, PersonalExport out) throws IOException {
        List<PersonalItem> items = tx.read(work -> {
            List<PersonalItem> all = new ArrayList<>();
            Optional<UserRow> row = id(person).flatMap(id -> Users.find(work, id));
            if (row.isPresent()) {
                all.add(new PersonalItem(USER, person, PURPOSE, fields(row.get())));
                Tokens.of(work, row.get().id())
                        .forEach(token -> all.add(new PersonalItem(
                                TOKEN, new Ref("platform", "token", token.id()), PURPOSE, fields(token))));
            }
            return all;
        });
        for (PersonalItem item : items) {
            out.record(item);
        }
    }

    private static Map<String, Object> fields(UserRow row) {
        Map<String, Object> fields = new TreeMap<>();
        fields.put("name", row.name());
        fields.put("displayName", row.displayName());
        fields.put("roles", List.copyOf(row.roles()));
        fields.put("enabled", row.enabled());
        fields.put("createdAt", row.view().createdAt());
        return fields;
    }

    private static Map<String, Object> fields(TokenView token) {
        Map<String, Object> fields = new TreeMap<>();
        fields.put("name", token.name());
        fields.put("kind", token.kind());
        fields.put("createdAt", token.createdAt());
        fields.put("expiresAt", token.expiresAt());
        if (token.lastUsedAt() != null) {
            fields.put("lastUsedAt", token.lastUsedAt());
        }
        return fields;
    }

    @Override
    public Erasure erase(Ref person, ErasureContext context) {
        Optional<Long> id = id(person);
        if (id.isEmpty()) {
            return Erasure.NOTHING;
        }
        String nobody = passwords.unknowable();
        Erasure done = tx.write(work -> {
            Users.queueUp(work);
            if (context.preview()) {
                work.rollbackOnly();
            }
            UserRow row = Users.find(work, id.get()).orElse(null);
            return row == null ? Erasure.NOTHING : new Erasure(List.of(erase(work, row, context, nobody)));
        });
        doorkeeper.forgetAll();
        return done;
    }

    private Erasure.Line erase(Work work, UserRow row, ErasureContext context, String nobody) throws SQLException {
        Ref ref = row.ref();
        Optional<Hold> hold = context.hold(ref);
        if (hold.isPresent()) {
            return Erasure.Line.kept(ref, USER, hold.get());
        }
        if (row.enabled()) {
            return new Erasure.Line(ref, USER, Erasure.Outcome.KEPT, IN_USE, null);
        }
        if (!erased(row)) {
            row.erase(erasedName(row), EventRedaction.ERASED, nobody);
            Users.flush(work);
            Tokens.endAll(work, row.id());
            TeamRows.leaveAll(work, row.id());
            SubstituteRows.revokeAll(work, row.id());
            SecondFactors.remove(work, row.id());
            Subjects.remove(work, row.id());
            work.publish(new UserChanged(ref, row.name(), row.displayName(), row.roles(), false));
            audit.erase(work, ref, content -> null);
            work.record(new Change(ref, "anonymised", row.version(), null, Trail.text(row)));
        }
        events.redact(work, ref, PERSONAL_IN_EVENTS);
        return Erasure.Line.anonymised(ref, USER);
    }

    private static boolean erased(UserRow row) {
        return row.name().equals(erasedName(row));
    }

    private static String erasedName(UserRow row) {
        return SignInName.key("erased-" + Tsid.text(row.id()));
    }

    private static Optional<Long> id(Ref ref) {
        boolean account = ref.module().equals("platform") && ref.type().equals("user");
        return Optional.of(account ? Tsid.parse(ref.id()) : -1L).filter(id -> id >= 0);
    }
}
