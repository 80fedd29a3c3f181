package org.colonnade.crm.internal.party;

import static org.junit.Assert.assertEquals;

import java.util.List;
import org.colonnade.crm.api.ContactPoint;
import org.colonnade.crm.api.ContactType;
import org.colonnade.crm.api.PartyDraft;
import org.colonnade.crm.internal.domain.PartyRule;
import org.colonnade.crm.internal.domain.PhoneRule;
import org.colonnade.platform.api.record.SheetColumn;
import org.junit.Test;

/** A cell of a sheet is a part of a party, on the way out and on the way in. */
public class PartySheetTest {

    private static final PhoneRule PHONES = new PhoneRule("TH");

    private static SheetColumn<PartyRecord, PartyDraft> column(String name) {
        return new PartySheet(() -> PHONES)
                .columns().stream()
                        .filter(column -> column.name().equals(name))
                        .findFirst()
                        .orElseThrow();
    }

    private static PartyDraft set(PartyDraft draft, String column, String cell) {
        return column(column).set().apply(draft, cell);
    }

    private static List<String> says(PartyDraft draft, String column) {
        return column(column).values().apply(PartyRecord.of(PartyRule.complete(draft, PHONES), List.of(), null));
    }

    @Test
    public void whatIsSetIsSaid() {
        PartyDraft empty = PartyDraft.person(null, null);
        for (SheetColumn<PartyRecord, PartyDraft> column : new PartySheet(() -> PHONES).columns()) {
            String cell = column.name().equals("email") ? "a@example.com" : "081 234 5678";
            PartyDraft set = column.set().apply(empty, cell);
            assertEquals(column.name(), List.of(cell), says(set, column.name()));
            assertEquals(column.name(), List.of(), says(column.set().apply(set, null), column.name()));
        }
    }

    @Test
    public void partsOfOneAddressStandTogether() {
        PartyDraft draft = set(set(PartyDraft.person("Ann", "Lee"), "street", "99 Rama IV"), "locality", "Bangkok");
        assertEquals(1, draft.contactPoints().size());
        assertEquals(List.of("99 Rama IV"), says(draft, "street"));
        assertEquals(List.of("Bangkok"), says(draft, "locality"));
    }

    @Test
    public void aWayThatIsThereStaysAsItIs() {
        PartyDraft draft = PartyDraft.person(
                "Ann",
                "Lee",
                ContactPoint.of(ContactType.PHONE, "081 234 5678", "cell"),
                ContactPoint.of(ContactType.PHONE, "02 123 4567", "work"));
        assertEquals(draft, set(draft, "phone", "+66 2 123 4567"));
        assertEquals(draft, set(draft, "phone", "0812345678"));
    }

    @Test
    public void anotherValueTakesThePlaceOfTheFirst() {
        PartyDraft draft = PartyRule.complete(
                PartyDraft.person("Ann", "Lee", ContactPoint.of(ContactType.EMAIL, "old@example.com", "work")), PHONES);
        PartyDraft changed = set(draft, "email", "new@example.com");
        assertEquals(List.of("new@example.com"), says(changed, "email"));
        assertEquals(List.of("work"), changed.contactPoints().get(0).purposes());
    }
}
