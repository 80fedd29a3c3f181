package org.colonnade.crm.internal;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.colonnade.crm.api.ContactPoint;
import org.colonnade.crm.api.ContactType;
import org.colonnade.crm.api.Identifier;
import org.colonnade.crm.api.MergeRequest;
import org.colonnade.crm.api.Party;
import org.colonnade.crm.api.PartyDraft;
import org.colonnade.crm.api.PartyKind;
import org.colonnade.crm.internal.rest.PartyResolutions;
import org.colonnade.platform.api.Actor;
import org.colonnade.platform.api.Ref;
import org.colonnade.platform.api.problem.Forbidden;
import org.colonnade.platform.api.problem.Problem;
import org.colonnade.testkit.OnEachDatabase;
import org.junit.Before;
import org.junit.Test;

public class PartyResolverTest extends OnEachDatabase {

    private Office office;
    private PartyResolutions resolutions;
    private Party bank;
    private Party malee;

    @Before
    public void open() {
        office = new Office(database());
        resolutions = new PartyResolutions(new StoredPartyResolver(office.tx, office.settings, office.records));
        bank = office.create(organisation(
                "Deutsche Bank",
                new Identifier("iban", "DE89 3704 0044 0532 0130 00"),
                new Identifier("erp", "K-4711 a")));
        malee = office.person(
                "Malee",
                "Srisuk",
                ContactPoint.of(ContactType.EMAIL, "Malee@SiamTea.example"),
                ContactPoint.of(ContactType.PHONE, "081 234 5678"));
    }

    @Test
    public void anIdentifierNamesOneParty() {
        assertEquals(List.of(bank.id()), resolve("iban", "de89370400440532013000", null, null));
        assertEquals(List.of(bank.id()), resolve("iban", "DE89-3704-0044-0532-0130-00", null, null));
        assertEquals(List.of(bank.id()), resolve("erp", "K-4711 a", null, null));
        assertEquals("of unknown schemes every letter counts", List.of(), resolve("erp", "K-4711 A", null, null));
        assertEquals(List.of(), resolve("gln", "4006381333931", null, null));
        assertEquals("crm.resolve.invalid", refused("iban", "DE00370400440532013000", null, null));
        assertEquals(
                "an IBAN is one however it is written",
                "crm.identifier.taken",
                assertThrows(
                                Problem.class,
                                () -> office.create(
                                        organisation("Other", new Identifier("iban", "DE89370400440532013000"))))
                        .code());
    }

    @Test
    public void anAddressOrANumberNamesAllWhoShareIt() {
        Party twin = office.person("Mali", "Srisuk", ContactPoint.of(ContactType.PHONE, "+66 81 234 5678"));
        assertEquals(List.of(malee.id()), resolve(null, null, "malee@siamtea.EXAMPLE", null));
        assertEquals(List.of(malee.id(), twin.id()), resolve(null, null, null, "0812345678"));
        office.desk.archive(Office.ACTOR, twin.id(), version -> {});
        assertEquals(List.of(malee.id()), resolve(null, null, null, "0812345678"));
        assertEquals("crm.resolve.invalid", refused(null, null, "malee", null));
        assertEquals("crm.resolve.invalid", refused(null, null, null, "12"));
    }

    @Test
    public void whoWasMergedIsWhoTheyAreNow() {
        Party other = office.create(organisation("DB", new Identifier("lei", "7LTWFZYICNSX8D621K86")));
        office.merges.merge(Office.ACTOR, new MergeRequest(bank.id(), List.of(other.id()), Map.of()));
        assertEquals(List.of(bank.id()), resolve("lei", "7LTWFZYICNSX8D621K86", null, null));
    }

    @Test
    public void exactlyOneQuestionIsAnswered() {
        for (String[] wrong : new String[][] {
            {null, null, null, null},
            {"iban", null, null, null},
            {null, "1", "a@b.example", null},
            {"x", "1", "a@b.example", null}
        }) {
            assertEquals("crm.query.invalid", refused(wrong[0], wrong[1], wrong[2], wrong[3]));
        }
        Actor nobody = new Actor(new Ref("platform", "user", "X"), "x", Set.of(), false);
        assertThrows(Forbidden.class, () -> resolutions.resolve(null, null, "a@b.example", null, nobody));
    }

    private List<String> resolve(String scheme, String value, String email, String phone) {
        return resolutions.resolve(scheme, value, email, phone, Office.ACTOR).items().stream()
                .map(Party::id)
                .toList();
    }

    private String refused(String scheme, String value, String email, String phone) {
        return assertThrows(Problem.class, () -> resolve(scheme, value, email, phone))
                .code();
    }

    private static PartyDraft organisation(String name, Identifier... identifiers) {
        return new PartyDraft(
                PartyKind.ORGANISATION,
                name,
                null,
                name,
                null,
                null,
                null,
                null,
                null,
                null,
                List.of(),
                List.of(),
                List.of(identifiers));
    }
}
