package org.colonnade.platform.dossier.internal;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.colonnade.platform.api.Actor;
import org.colonnade.platform.api.Money;
import org.colonnade.platform.api.Ref;
import org.colonnade.platform.api.Tsid;
import org.colonnade.platform.api.dossier.CustomField;
import org.colonnade.platform.api.dossier.CustomFieldDraft;
import org.colonnade.platform.api.dossier.FieldType;
import org.colonnade.platform.api.dossier.Lookup;
import org.colonnade.platform.api.problem.Forbidden;
import org.colonnade.platform.api.problem.Rejected;
import org.colonnade.testkit.OnEachDatabase;
import org.junit.Before;
import org.junit.Test;

public class CustomFieldsTest extends OnEachDatabase {

    private static final String BY_NUMBER =
            "select record_no from dossier_custom_value where field_id = ? and number_value >= ? order by number_value";
    private static final String BY_TEXT =
            "select record_no from dossier_custom_value where field_id = ? and text_key = ? order by record_no";
    private static final String BY_MOMENT =
            "select record_no from dossier_custom_value where field_id = ? and at_value < ? order by at_value";

    private Cabinet cabinet;

    @Before
    public void open() {
        cabinet = new Cabinet(database());
    }

    @Test
    public void eachTypeComesBackAsItWas() {
        for (FieldType type : FieldType.values()) {
            add(Draft.of(type.name().toLowerCase(java.util.Locale.ROOT).replace("_", ""), type)
                    .draft());
        }
        Map<String, Object> values = Map.ofEntries(
                Map.entry("text", "สวัสดี \n"),
                Map.entry("number", "-12.300"),
                Map.entry("integer", 42),
                Map.entry("boolean", true),
                Map.entry("date", "2026-02-28"),
                Map.entry("instant", "2026-02-28T10:11:12.123456Z"),
                Map.entry("choice", "B"),
                Map.entry("multichoice", List.of("C", "A")),
                Map.entry("money", Map.of("amount", "12.30", "currency", "EUR")),
                Map.entry("ref", "crm:party:0J5XK3T9ZQ1AB"),
                Map.entry("url", "https://example.com/a?b=c"),
                Map.entry("email", "malee@example.com"));
        assertEquals(12, write(Cabinet.CASE, values, Cabinet.CLERK).size());
        Map<String, Object> expected = Map.ofEntries(
                Map.entry("text", "สวัสดี \n"),
                Map.entry("number", new BigDecimal("-12.300")),
                Map.entry("integer", 42L),
                Map.entry("boolean", true),
                Map.entry("date", LocalDate.of(2026, 2, 28)),
                Map.entry("instant", Instant.parse("2026-02-28T10:11:12.123456Z")),
                Map.entry("choice", "B"),
                Map.entry("multichoice", List.of("C", "A")),
                Map.entry("money", Money.of("12.30", "EUR")),
                Map.entry("ref", Ref.parse("crm:party:0J5XK3T9ZQ1AB")),
                Map.entry("url", "https://example.com/a?b=c"),
                Map.entry("email", "malee@example.com"));
        assertEquals(expected, read(Cabinet.CASE, Cabinet.CLERK));
        assertEquals("nothing is changed", Map.of(), write(Cabinet.CASE, expected, Cabinet.CLERK));
        assertEquals(12, write(Cabinet.CASE, Map.of(), Cabinet.CLERK).size());
        assertEquals(Map.of(), read(Cabinet.CASE, Cabinet.CLERK));
    }

    @Test
    public void allFaultsAreToldAtOnce() {
        add(Draft.of("size", FieldType.INTEGER).min("1").max("9").draft());
        add(Draft.of("code", FieldType.TEXT).pattern("[A-Z]{2}[0-9]+").draft());
        add(Draft.of("due", FieldType.DATE).required().draft());
        add(Draft.of("kinds", FieldType.MULTI_CHOICE).draft());
        add(Draft.of("mail", FieldType.EMAIL).draft());
        Rejected refused = assertThrows(
                Rejected.class,
                () -> write(
                        Cabinet.CASE,
                        Map.of("size", 10, "code", "A1", "kinds", List.of("A", "A"), "mail", "nobody", "never", 1),
                        Cabinet.CLERK));
        assertEquals("platform.custom.invalid", refused.code());
        assertEquals(
                List.of("custom.code", "custom.due", "custom.kinds", "custom.mail", "custom.never", "custom.size"),
                refused.fields().stream().map(Rejected.Field::field).sorted().toList());
        assertEquals(Map.of(), read(Cabinet.CASE, Cabinet.CLERK));
    }

    @Test
    public void aPatternCannotBeMadeSlow() {
        add(Draft.of("slow", FieldType.TEXT).pattern("(a+)+$").draft());
        long before = System.nanoTime();
        assertThrows(Rejected.class, () -> write(Cabinet.CASE, Map.of("slow", "a".repeat(9_999) + "!"), Cabinet.CLERK));
        assertTrue(System.nanoTime() - before < 5_000_000_000L);
    }

    @Test
    public void whatIsUniqueIsHadOnce() {
        add(Draft.of("plate", FieldType.TEXT).unique().draft());
        write(Cabinet.CASE, Map.of("plate", "กข 1234"), Cabinet.CLERK);
        Rejected taken =
                assertThrows(Rejected.class, () -> write(Cabinet.OTHER, Map.of("plate", " กข  1234 "), Cabinet.CLERK));
        assertEquals("custom.plate", taken.fields().get(0).field());
        write(Cabinet.CASE, Map.of(), Cabinet.CLERK);
        write(Cabinet.OTHER, Map.of("plate", "กข 1234"), Cabinet.CLERK);
    }

    @Test
    public void aHiddenFieldIsNotThereAndStays() {
        add(Draft.of("salary", FieldType.MONEY)
                .rights("court.salary", "court.salary")
                .draft());
        add(Draft.of("grade", FieldType.TEXT).rights(null, "court.grade").draft());
        Money salary = Money.of("1000", "THB");
        write(Cabinet.CASE, Map.of("salary", salary, "grade", "A"), Cabinet.ADMIN);
        assertEquals(Map.of("grade", "A"), read(Cabinet.CASE, Cabinet.CLERK));
        assertThrows(Forbidden.class, () -> write(Cabinet.CASE, Map.of("grade", "B"), Cabinet.CLERK));
        Rejected unknown = assertThrows(
                Rejected.class, () -> write(Cabinet.CASE, Map.of("grade", "A", "salary", salary), Cabinet.CLERK));
        assertEquals("is not known", unknown.fields().get(0).fault());
        assertTrue(cabinet.fields.lookup(Cabinet.KIND, "salary", Cabinet.CLERK).isEmpty());
        write(Cabinet.CASE, Map.of("grade", "A"), Cabinet.CLERK);
        assertEquals(Map.of("grade", "A", "salary", salary), read(Cabinet.CASE, Cabinet.ADMIN));
    }

    @Test
    public void aListFiltersAndSortsByAField() {
        add(Draft.of("size", FieldType.NUMBER).draft());
        add(Draft.of("town", FieldType.TEXT).draft());
        add(Draft.of("since", FieldType.DATE).draft());
        write(Cabinet.CASE, Map.of("size", "10", "town", "Zürich", "since", "2026-01-02"), Cabinet.CLERK);
        write(Cabinet.OTHER, Map.of("size", "9.5", "town", "ZÜRICH", "since", "2026-01-01"), Cabinet.CLERK);
        assertEquals(List.of(4712L, 4711L), found(BY_NUMBER, "size", "9.50"));
        assertEquals(List.of(4711L, 4712L), found(BY_TEXT, "town", "zürich"));
        assertEquals(List.of(4712L), found(BY_MOMENT, "since", "2026-01-02"));
        assertThrows(IllegalArgumentException.class, () -> lookup("size").operand("ten"));
    }

    @Test
    public void anotherNodesChangeCountsSoon() {
        assertEquals(List.of(), cabinet.fields.definitions(Cabinet.KIND));
        Cabinet other = new Cabinet(database());
        CustomField field = other.fieldDesk.add(
                Cabinet.ADMIN, Draft.of("late", FieldType.TEXT).draft());
        assertEquals("remembered", List.of(), cabinet.fields.definitions(Cabinet.KIND));
        write(Cabinet.CASE, Map.of("late", "but written at once"), Cabinet.CLERK);
        cabinet.nanos.addAndGet(Definitions.FRESH.toNanos() + 1);
        assertEquals(List.of(field), cabinet.fields.definitions(Cabinet.KIND));
    }

    @Test
    public void naughtyStringsSurvive() throws Exception {
        add(Draft.of("text", FieldType.TEXT).draft());
        for (String text : Cabinet.naughty()) {
            write(Cabinet.CASE, Map.of("text", text), Cabinet.CLERK);
            assertEquals(Map.of("text", text), read(Cabinet.CASE, Cabinet.CLERK));
        }
    }

    private void add(CustomFieldDraft draft) {
        cabinet.fieldDesk.add(Cabinet.ADMIN, draft);
    }

    private Lookup lookup(String name) {
        return cabinet.fields.lookup(Cabinet.KIND, name, Cabinet.CLERK).orElseThrow();
    }

    private List<Long> found(String query, String name, String value) {
        Lookup lookup = lookup(name);
        return cabinet.tx.read(work -> {
            try (PreparedStatement statement = work.unwrap(Connection.class).prepareStatement(query)) {
                statement.setObject(1, lookup.owner());
                statement.setObject(2, lookup.operand(value));
                try (ResultSet rows = statement.executeQuery()) {
                    List<Long> found = new ArrayList<>();
                    while (rows.next()) {
                        found.add(rows.getLong(1));
                    }
                    return found;
                }
            }
        });
    }

    private Map<String, Object> write(Ref record, Map<String, Object> values, Actor actor) {
        assertTrue(Tsid.parse(record.id()) > 0);
        return cabinet.tx.write(work -> cabinet.fields.write(work, record, values, actor));
    }

    private Map<String, Object> read(Ref record, Actor actor) {
        return cabinet.tx
                .read(work -> cabinet.fields.read(work, record, List.of(record.id()), actor))
                .getOrDefault(record.id(), Map.of());
    }
}
