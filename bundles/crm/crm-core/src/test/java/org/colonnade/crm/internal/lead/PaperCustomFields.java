package org.colonnade.crm.internal.lead;

import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.colonnade.platform.api.Actor;
import org.colonnade.platform.api.Fields;
import org.colonnade.platform.api.Ref;
import org.colonnade.platform.api.Tsid;
import org.colonnade.platform.api.dossier.CustomField;
import org.colonnade.platform.api.dossier.CustomFieldDraft;
import org.colonnade.platform.api.dossier.CustomFields;
import org.colonnade.platform.api.dossier.FieldType;
import org.colonnade.platform.api.dossier.Lookup;
import org.colonnade.platform.api.store.Work;
import org.colonnade.testkit.TestDatabase;

/** Two custom fields of leads in a table of the test: {@code budget}, a number, and {@code wants}, several texts. */
final class PaperCustomFields implements CustomFields {

    private static final List<CustomField> FIELDS =
            List.of(field("budget", FieldType.NUMBER), field("wants", FieldType.MULTI_CHOICE));

    PaperCustomFields(TestDatabase database) {
        try (Connection connection = database.connection();
                Statement create = connection.createStatement()) {
            create.execute("create table paper_custom"
                    + " (field varchar(20), record_no bigint, said varchar(50), number numeric(20, 2))");
        } catch (SQLException fault) {
            throw new IllegalStateException(fault);
        }
    }

    private static CustomField field(String name, FieldType type) {
        CustomFieldDraft draft = new CustomFieldDraft(
                "crm:lead",
                name,
                Map.of("en", name),
                type,
                false,
                false,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                true,
                0);
        Ref somebody = Ref.of("platform", "user", 1);
        return new CustomField(name, draft, false, somebody, Instant.EPOCH, somebody, Instant.EPOCH, 1);
    }

    @Override
    public List<CustomField> definitions(Ref kind) {
        return kind.type().equals("lead") ? FIELDS : List.of();
    }

    @Override
    public boolean mayRead(Actor actor, CustomField field) {
        return true;
    }

    @Override
    public boolean mayWrite(Actor actor, CustomField field) {
        return true;
    }

    @Override
    public Map<String, Map<String, Object>> read(Work work, Ref kind, Collection<String> ids, Actor actor) {
        Map<String, Map<String, Object>> all = new HashMap<>();
        for (String id : ids) {
            all.put(id, of(work, id));
        }
        return all;
    }

    private static Map<String, Object> of(Work work, String id) {
        Map<String, Object> values = new HashMap<>();
        List<String> wants = new ArrayList<>();
        try (PreparedStatement select = work.unwrap(Connection.class)
                .prepareStatement("select said, number from paper_custom where record_no = ? order by said")) {
            select.setLong(1, Tsid.parse(id));
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    if (row.getString(1) == null) {
                        values.put("budget", row.getBigDecimal(2));
                    } else {
                        wants.add(row.getString(1));
                    }
                }
            }
        } catch (SQLException fault) {
            throw new IllegalStateException(fault);
        }
        if (!wants.isEmpty()) {
            values.put("wants", wants);
        }
        return values;
    }

    @Override
    public Map<String, Object> write(Work work, Ref record, Map<String, Object> wanted, Actor actor, Fields faults) {
        return write(work, record, wanted, actor);
    }

    @Override
    public Map<String, Object> write(Work work, Ref record, Map<String, Object> wanted, Actor actor) {
        Map<String, Object> present = of(work, record.id());
        Map<String, Object> before = new LinkedHashMap<>();
        for (CustomField field : FIELDS) {
            String name = field.definition().name();
            Object value =
                    wanted.get(name) instanceof Integer number ? new BigDecimal(number).setScale(2) : wanted.get(name);
            if (!Objects.equals(value, present.get(name))) {
                before.put(name, present.get(name));
                set(work, Tsid.parse(record.id()), name, value);
            }
        }
        return before;
    }

    private static void set(Work work, long record, String name, Object value) {
        try {
            Connection connection = work.unwrap(Connection.class);
            try (PreparedStatement delete =
                    connection.prepareStatement("delete from paper_custom where record_no = ? and field = ?")) {
                delete.setLong(1, record);
                delete.setString(2, name);
                delete.executeUpdate();
            }
            for (Object one : value == null ? List.of() : value instanceof List<?> several ? several : List.of(value)) {
                try (PreparedStatement insert = connection.prepareStatement(
                        "insert into paper_custom (field, record_no, said, number) values (?, ?, ?, ?)")) {
                    insert.setString(1, name);
                    insert.setLong(2, record);
                    insert.setString(3, one instanceof String text ? text : null);
                    insert.setBigDecimal(4, one instanceof BigDecimal number ? number : null);
                    insert.executeUpdate();
                }
            }
        } catch (SQLException fault) {
            throw new IllegalStateException(fault);
        }
    }

    @Override
    public Optional<Lookup> lookup(Ref kind, String name, Actor actor) {
        boolean number = name.equals("budget");
        return definitions(kind).stream()
                .filter(field -> field.definition().name().equals(name))
                .findFirst()
                .map(field -> new Lookup(
                        "paper_custom",
                        "field",
                        name,
                        "record_no",
                        number ? "number" : "said",
                        number ? Lookup.Order.NUMBER : Lookup.Order.TEXT,
                        number,
                        value -> number ? new BigDecimal(value.toString()) : value.toString()));
    }
}
