package org.colonnade.crm.internal.access;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;

import java.lang.reflect.Proxy;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.colonnade.crm.api.MergeRequest;
import org.colonnade.crm.api.Party;
import org.colonnade.crm.internal.CrmSettings;
import org.colonnade.crm.internal.Office;
import org.colonnade.crm.internal.lead.MovingClock;
import org.colonnade.platform.api.Actor;
import org.colonnade.platform.api.Caller;
import org.colonnade.platform.api.Module;
import org.colonnade.platform.api.Page;
import org.colonnade.platform.api.PageRequest;
import org.colonnade.platform.api.Ref;
import org.colonnade.platform.api.problem.Forbidden;
import org.colonnade.platform.api.problem.NotFound;
import org.colonnade.platform.api.record.RecordQuery;
import org.colonnade.platform.records.internal.Companions;
import org.colonnade.platform.records.internal.KeptRecords;
import org.colonnade.platform.records.internal.RecordResource;
import org.colonnade.testkit.OnEachDatabase;
import org.junit.Before;
import org.junit.Test;

public class ReadLogTest extends OnEachDatabase {

    private static final Actor MALEE =
            new Actor(new Ref("platform", "user", "MALEE"), "malee", Set.of("crm.party.read", ReadLog.READ), false);

    private final MovingClock clock = new MovingClock();
    private Office office;
    private Party ann;

    @Before
    public void open() {
        office = new Office(database());
        ann = office.person("Ann", "Lee");
    }

    @Test
    public void everyLookIsKeptForItsTimeNewestFirst() {
        ReadLog log = log(30);
        for (int i = 1; i <= 5; i++) {
            look(log, "request-" + i);
            clock.forward(Duration.ofDays(1));
        }
        assertEquals("it is written later", List.of(), requests(log));
        log.flush();
        log.flush();
        assertEquals(List.of("request-5", "request-4", "request-3", "request-2", "request-1"), requests(log));
        assertEquals(
                MALEE.ref(),
                log.of(MALEE, ann.id(), PageRequest.first()).items().get(0).actor());
        clock.forward(Duration.ofDays(27));
        log.sweep();
        assertEquals(List.of("request-5", "request-4", "request-3"), requests(log));
    }

    @Test
    public void moreThanOneWritesAtOnceAreAllThere() {
        ReadLog log = log(30);
        for (int i = 0; i < 2_345; i++) {
            log.note(MALEE, ann.id());
        }
        log.close();
        assertEquals(2_345, requests(log).size());
    }

    @Test
    public void nothingIsKeptOfTheDefaultConfigurationAndOfThePlatformItself() {
        ReadLog off = log(0);
        look(off, "request-1");
        ReadLog on = log(30);
        on.note(Office.ACTOR, ann.id());
        off.flush();
        on.flush();
        assertEquals(List.of(), requests(on));
    }

    @Test
    public void aLookAtAPartyOfTheDirectoryIsNotedAndOneAtNobodyIsNot() {
        ReadLog log = log(30);
        office.keep(log);
        office.directory.get(MALEE, ann.id());
        assertThrows(NotFound.class, () -> office.directory.get(MALEE, "0AAAAAAAAAAAA"));
        log.flush();
        assertEquals(1, requests(log).size());
        assertThrows(NotFound.class, () -> log.of(MALEE, "0AAAAAAAAAAAA", PageRequest.first()));
        Actor other = new Actor(MALEE.ref(), "malee", Set.of("crm.party.read"), false);
        assertThrows(Forbidden.class, () -> log.of(other, ann.id(), PageRequest.first()));
    }

    @Test
    public void aReadByTheRecordKitAndACardAreLooksAndListsAndExportsAreNot() {
        ReadLog log = log(30);
        office.keep(log);
        RecordResource<?, ?> resource = resource();
        resource.read(ann.id(), null, MALEE);
        log.flush();
        assertEquals("read by id", 1, requests(log).size());
        office.exports.vcard(MALEE, ann.id(), null);
        log.flush();
        assertEquals("a card", 2, requests(log).size());
        assertThrows(NotFound.class, () -> office.exports.vcard(MALEE, "0AAAAAAAAAAAA", null));
        assertThrows(NotFound.class, () -> resource.read("0AAAAAAAAAAAA", null, MALEE));
        office.records.desk().list(MALEE, RecordQuery.all());
        office.exported("4.0");
        log.flush();
        assertEquals(2, requests(log).size());
    }

    @Test
    public void whoIsSentToThePartyThatAnotherBecamePartOfHasSeenNothing() {
        Party other = office.person("Anne", "Lee");
        office.merges.merge(Office.ACTOR, new MergeRequest(other.id(), List.of(ann.id()), Map.of()));
        ReadLog log = log(30);
        office.keep(log);
        assertEquals(301, resource().read(ann.id(), null, MALEE).getStatus());
        log.flush();
        assertEquals(List.of(), requests(log));
    }

    /** What the record kit answers with under /parties. */
    private RecordResource<?, ?> resource() {
        Module crm = (Module) Proxy.newProxyInstance(
                Module.class.getClassLoader(),
                new Class<?>[] {Module.class},
                (proxy, method, none) -> List.of(office.records.desk()));
        return (RecordResource<?, ?>)
                new KeptRecords(null, new Companions()).resources(crm).get(0);
    }

    private ReadLog log(int days) {
        return new ReadLog(office.tx, new CrmSettings(Office.config(Map.of("accessLogDays", days))), clock);
    }

    private void look(ReadLog log, String request) {
        try (Caller.Binding bound = new Caller(MALEE, request).bind()) {
            log.note(MALEE, ann.id());
        }
    }

    private List<String> requests(ReadLog log) {
        List<String> all = new ArrayList<>();
        String after = null;
        do {
            Page<Look> page = log.of(MALEE, ann.id(), new PageRequest(after == null ? 2 : 500, after));
            page.items().forEach(look -> all.add(look.request()));
            after = page.next();
        } while (after != null);
        return all;
    }
}
