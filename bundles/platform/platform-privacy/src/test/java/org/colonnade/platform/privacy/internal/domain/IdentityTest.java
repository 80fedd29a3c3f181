package org.colonnade.platform.privacy.internal.domain;

import static org.junit.Assert.assertEquals;

import java.util.List;
import java.util.Set;
import org.colonnade.platform.api.Ref;
import org.colonnade.platform.api.privacy.PersonFacts;
import org.colonnade.platform.api.privacy.PersonalRecord;
import org.junit.Test;

public class IdentityTest {

    private static final PersonalRecord ANN =
            record("crm:party:A", facts("Ann Müller", "1980-03-22", "ann@example.com", "+66812345678"));

    @Test
    public void theSameMailboxAndNameIsTheSamePerson() {
        PersonalRecord lead = record("crm:lead:L", facts("MULLER, Ann", null, "ann@example.com", null));
        assertEquals(refs("crm:lead:L", "crm:party:A"), from(lead).refs());
    }

    @Test
    public void whoSharesAMailboxUnderAnotherNameIsOnlyAlike() {
        PersonalRecord husband = record("crm:party:B", facts("Bob Müller", null, "ann@example.com", "+66812345678"));
        Identity identity = from(husband);
        assertEquals(refs("crm:party:A"), identity.refs());
        assertEquals(
                List.of(new Identity.Alike(husband.ref(), List.of("email", "phone"))),
                identity.alike(List.of(ANN, husband)));
    }

    @Test
    public void anotherBirthdayIsAnotherPerson() {
        PersonalRecord daughter = record("hr:worker:D", facts("Ann Müller", "2010-01-01", "ann@example.com", null));
        assertEquals(refs("crm:party:A"), from(daughter).refs());
    }

    @Test
    public void aMailboxWithoutANameIsItsOwners() {
        PersonalRecord subscription = record("marketing:subscriber:S", facts(null, null, "ann@example.com", null));
        assertEquals(
                refs("crm:party:A", "marketing:subscriber:S"),
                from(subscription).refs());
    }

    @Test
    public void whatIsLearnedLeadsFurther() {
        PersonalRecord worker = record("hr:worker:W", facts("Ann Mueller", null, "private@example.org", null));
        PersonalRecord both = record("hr:worker:V", facts("Ann Müller", "1980-03-22", "private@example.org", null));
        PersonalRecord last = record("support:caller:C", facts(null, null, "private@example.org", null));
        assertEquals(
                refs("crm:party:A", "hr:worker:V", "support:caller:C"),
                from(last, worker, both).refs());
    }

    @Test
    public void theNameAloneIsNobody() {
        PersonalRecord namesake = record("crm:party:N", facts("Ann Müller", null, null, null));
        assertEquals(refs("crm:party:A"), from(namesake).refs());
    }

    private static Identity from(PersonalRecord... others) {
        Identity identity = new Identity(List.of(ANN.ref()), PersonFacts.NONE);
        List<PersonalRecord> all = new java.util.ArrayList<>(List.of(others));
        all.add(ANN);
        identity.take(all);
        return identity;
    }

    private static List<Ref> refs(String... texts) {
        return List.of(texts).stream().map(Ref::parse).toList();
    }

    private static PersonalRecord record(String ref, PersonFacts facts) {
        return new PersonalRecord(Ref.parse(ref), "test:person", facts);
    }

    private static PersonFacts facts(String name, String birthday, String email, String phone) {
        return new PersonFacts(
                name == null ? Set.of() : Set.of(name),
                birthday,
                email == null ? Set.of() : Set.of(email),
                phone == null ? Set.of() : Set.of(phone));
    }
}
