package org.colonnade.platform.dossier.internal;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import java.util.List;
import java.util.Map;
import org.colonnade.platform.api.Ref;
import org.colonnade.platform.api.dossier.CustomField;
import org.colonnade.platform.api.dossier.CustomFieldDraft;
import org.colonnade.platform.api.dossier.FieldType;
import org.colonnade.platform.api.problem.Conflict;
import org.colonnade.platform.api.problem.Forbidden;
import org.colonnade.platform.api.problem.NotFound;
import org.colonnade.platform.api.problem.Rejected;
import org.colonnade.platform.dossier.internal.domain.SchemaText;
import org.colonnade.testkit.OnEachDatabase;
import org.junit.Before;
import org.junit.Test;

public class FieldDeskTest extends OnEachDatabase {

    private Cabinet cabinet;

    @Before
    public void open() {
        cabinet = new Cabinet(database());
    }

    @Test
    public void aNameIsHadOnceInAKind() {
        add(Draft.of("size", FieldType.TEXT));
        Conflict taken = assertThrows(Conflict.class, () -> add(Draft.of("size", FieldType.NUMBER)));
        assertEquals("platform.custom-field.taken", taken.code());
        assertThrows(
                Forbidden.class,
                () -> cabinet.fieldDesk.add(
                        Cabinet.CLERK, Draft.of("x", FieldType.TEXT).draft()));
    }

    @Test
    public void aDefinitionIsLookedOver() {
        Draft wrong = Draft.of("Size", FieldType.TEXT).min("1").pattern("(").rights("nonsense", null);
        Rejected refused = assertThrows(Rejected.class, () -> add(wrong));
        assertEquals(
                List.of("min", "name", "pattern", "read"),
                refused.fields().stream().map(Rejected.Field::field).sorted().toList());
    }

    @Test
    public void valuesOfADeletedFieldComeBack() {
        CustomField field = add(Draft.of("plate", FieldType.TEXT).unique());
        for (long i = 1; i <= 2_500; i++) {
            set(Ref.of("court", "case", i), Map.of("plate", "กข " + i));
        }
        cabinet.fieldDesk.archive(Cabinet.ADMIN, field.id(), version -> assertEquals(1, version));
        assertEquals(List.of(), cabinet.fields.definitions(Cabinet.KIND));
        assertEquals(Map.of(), values(Cabinet.CASE));
        assertTrue(cabinet.fieldDesk.get(Cabinet.CLERK, field.id()).archived());
        assertThrows(NotFound.class, () -> cabinet.fieldDesk.archive(Cabinet.ADMIN, field.id(), version -> {}));

        CustomField second = add(Draft.of("plate", FieldType.NUMBER));
        assertThrows(Conflict.class, () -> cabinet.fieldDesk.restore(Cabinet.ADMIN, field.id()));
        cabinet.fieldDesk.archive(Cabinet.ADMIN, second.id(), version -> {});

        assertFalse(cabinet.fieldDesk.restore(Cabinet.ADMIN, field.id()).archived());
        assertEquals(Map.of("plate", "กข 2500"), values(Ref.of("court", "case", 2_500)));
        assertThrows(Rejected.class, () -> set(Cabinet.CASE, Map.of("plate", "กข 7")));
    }

    @Test
    public void anotherTypeOnlyIfEveryValueFits() {
        CustomField field = add(Draft.of("size", FieldType.TEXT));
        set(Cabinet.CASE, Map.of("size", "12.50"));
        set(Cabinet.OTHER, Map.of("size", "about ten"));
        Conversion.Preview preview = cabinet.fieldDesk.preview(Cabinet.ADMIN, field.id(), FieldType.NUMBER);
        assertEquals(2, preview.values());
        assertEquals(1, preview.converted());
        assertEquals(List.of("court:case:" + Cabinet.OTHER.id() + ": about ten"), preview.examples());
        Conflict refused = assertThrows(Conflict.class, () -> retype(field, FieldType.NUMBER));
        assertEquals("platform.custom-field.not-convertible", refused.code());
        assertEquals(Map.of("size", "12.50"), values(Cabinet.CASE));

        set(Cabinet.OTHER, Map.of("size", "10"));
        assertEquals(
                FieldType.NUMBER, retype(field, FieldType.NUMBER).definition().type());
        assertEquals(Map.of("size", new java.math.BigDecimal("12.50")), values(Cabinet.CASE));
        assertThrows(Conflict.class, () -> retype(field, FieldType.INTEGER));
        assertEquals(FieldType.TEXT, retype(field, FieldType.TEXT).definition().type());
        assertEquals(Map.of("size", "12.50"), values(Cabinet.CASE));
    }

    @Test
    public void whatIsThereTwiceCannotBecomeUnique() {
        CustomField field = add(Draft.of("size", FieldType.TEXT));
        set(Cabinet.CASE, Map.of("size", "XL"));
        set(Cabinet.OTHER, Map.of("size", "xl"));
        Draft unique = Draft.of("size", FieldType.TEXT).unique();
        Conflict refused = assertThrows(Conflict.class, () -> change(field, unique.draft()));
        assertEquals("platform.custom-field.not-unique", refused.code());
        set(Cabinet.OTHER, Map.of("size", "L"));
        change(field, unique.draft());
        assertThrows(Rejected.class, () -> set(Cabinet.OTHER, Map.of("size", "xl")));
    }

    @Test
    public void nameAndKindStay() {
        CustomField field = add(Draft.of("size", FieldType.TEXT));
        assertThrows(
                Rejected.class,
                () -> change(field, Draft.of("length", FieldType.TEXT).draft()));
    }

    @Test
    public void theSchemaSaysWhatIsAllowed() {
        add(Draft.of("size", FieldType.INTEGER).min("1").required());
        add(Draft.of("kinds", FieldType.MULTI_CHOICE));
        add(Draft.of("secret", FieldType.TEXT).rights("court.secret", null));
        Map<String, Object> schema = SchemaText.of("court:case", cabinet.fieldDesk.shown(Cabinet.CLERK, Cabinet.KIND));
        assertEquals(List.of("size"), schema.get("required"));
        Map<?, ?> properties = (Map<?, ?>) schema.get("properties");
        assertEquals(List.of("size", "kinds"), List.copyOf(properties.keySet()));
        assertEquals(1L, ((Map<?, ?>) properties.get("size")).get("minimum"));
    }

    private CustomField add(Draft draft) {
        return cabinet.fieldDesk.add(Cabinet.ADMIN, draft.draft());
    }

    private CustomField change(CustomField field, CustomFieldDraft draft) {
        return cabinet.fieldDesk.change(Cabinet.ADMIN, field.id(), version -> {}, before -> draft);
    }

    private CustomField retype(CustomField field, FieldType type) {
        return change(field, new Draft(field.definition()).type(type).draft());
    }

    private void set(Ref record, Map<String, Object> values) {
        cabinet.tx.write(work -> cabinet.fields.write(work, record, values, Cabinet.ADMIN));
    }

    private Map<String, Object> values(Ref record) {
        return cabinet.tx
                .read(work -> cabinet.fields.read(work, record, List.of(record.id()), Cabinet.ADMIN))
                .getOrDefault(record.id(), Map.of());
    }
}
