package org.colonnade.crm.internal;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;

import java.util.List;
import java.util.Map;
import org.colonnade.crm.api.MergeRequest;
import org.colonnade.crm.api.Party;
import org.colonnade.crm.api.PartyDraft;
import org.colonnade.platform.api.PageRequest;
import org.colonnade.platform.api.problem.Rejected;
import org.colonnade.platform.api.record.RecordQuery;
import org.colonnade.platform.records.internal.Companions;
import org.colonnade.platform.records.internal.KeptRecords;
import org.colonnade.platform.records.internal.rights.FieldRights;
import org.colonnade.testkit.OnEachDatabase;
import org.junit.Before;
import org.junit.Test;

/** Parties are filtered and sorted as every declared record is. */
public class PartyListsTest extends OnEachDatabase {

    private Office office;
    private PartyLists lists;

    @Before
    public void open() {
        office = new Office(database());
        lists = new PartyLists(
                new KeptRecords(new FieldRights(database().tx("records")), new Companions()),
                office.tx,
                office.settings);
        office.person("Malee", "Srisuk");
        office.person("Zoe", "M\u00fcller");
        office.create(PartyDraft.organisation("Siam Tea Co."));
    }

    private List<String> names(RecordQuery query) {
        return lists.list(Office.ACTOR, query).items().stream()
                .map(Party::displayName)
                .toList();
    }

    @Test
    public void aFilterFindsByFields() {
        assertEquals(List.of("Siam Tea Co."), names(RecordQuery.all().where("kind==ORGANISATION")));
        assertEquals(List.of("Malee Srisuk"), names(RecordQuery.all().where("familyName==Sri*")));
        assertEquals(
                List.of("Malee Srisuk", "Zoe M\u00fcller"),
                names(RecordQuery.all().where("kind==PERSON;createdAt=gt=2020-01-01T00:00:00Z")));
        assertEquals(
                "platform.filter.unknown-field",
                assertThrows(Rejected.class, () -> names(RecordQuery.all().where("shoeSize==44")))
                        .code());
    }

    @Test
    public void pagesGoInTheWantedOrder() {
        RecordQuery byName = RecordQuery.all().by("-displayName");
        assertEquals(List.of("Zoe M\u00fcller", "Siam Tea Co.", "Malee Srisuk"), names(byName));
        var first = lists.list(Office.ACTOR, byName.at(new PageRequest(2, null)));
        assertEquals(List.of("Malee Srisuk"), names(byName.at(new PageRequest(2, first.next()))));
    }

    @Test
    public void whoIsPartOfAnotherIsNotListed() {
        Party one = office.person("Ann", "Lee");
        Party other = office.person("Anne", "Lee");
        office.merges.merge(Office.ACTOR, new MergeRequest(one.id(), List.of(other.id()), Map.of()));
        assertEquals(List.of("Ann Lee"), names(RecordQuery.all().where("familyName==Lee")));
    }
}
