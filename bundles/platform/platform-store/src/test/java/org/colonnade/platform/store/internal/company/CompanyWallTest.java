package org.colonnade.platform.store.internal.company;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertNull;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;
import static org.junit.Assume.assumeTrue;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.colonnade.platform.api.Caller;
import org.colonnade.platform.api.PageRequest;
import org.colonnade.platform.api.Ref;
import org.colonnade.platform.api.audit.Change;
import org.colonnade.platform.api.audit.Filter;
import org.colonnade.platform.api.company.Company;
import org.colonnade.platform.api.company.CompanyDraft;
import org.colonnade.platform.api.problem.Conflict;
import org.colonnade.platform.api.problem.Rejected;
import org.colonnade.platform.api.problem.Stale;
import org.colonnade.platform.api.store.Tx;
import org.colonnade.platform.store.internal.DeskModule;
import org.colonnade.platform.store.internal.OnBoth;
import org.colonnade.platform.store.internal.Store;
import org.colonnade.platform.store.internal.StoreSettings;
import org.colonnade.platform.store.internal.TestServer;
import org.colonnade.platform.store.internal.store.ThingRow;
import org.junit.Test;

/** What one company stores, another neither sees nor changes: by the statements, and on PostgreSQL also without that. */
public class CompanyWallTest extends OnBoth {

    private static final String CANARY = "canary of company two";

    @Test
    public void eachCompanyHasItsOwnRows() {
        long second = opened("two").id();
        long theirs = in(second, () -> desk.write(work -> thing(work, CANARY).id()));
        long ours = in(1, () -> desk.write(work -> thing(work, CANARY).id()));
        assertEquals(List.of(CANARY), in(1, () -> names(desk)));
        assertNull(in(1, () -> desk.read(work -> find(work, theirs))));
        assertNull(in(second, () -> desk.read(work -> find(work, ours))));
        assertEquals(0, (int) in(1, () -> desk.write(work -> rename(work.unwrap(Connection.class), theirs))));
        assertEquals(2, (int) in(Caller.EVERY_COMPANY, () -> names(desk).size()));
    }

    @Test
    public void rowsEventsAndAuditOfAnotherCompanyAreNotShown() {
        long second = opened("two").id();
        in(
                second,
                () -> desk.write(work -> {
                    ThingRow row = thing(work, CANARY);
                    work.record(new Change(new Ref("desk", "thing", "x"), "created", 1, null, "\"" + CANARY + "\""));
                    return row.id();
                }));
        PageRequest page = new PageRequest(100, null);
        assertEquals(
                0,
                in(1, () -> store.auditLog().history(new Ref("desk", "thing", "x"), page))
                        .items()
                        .size());
        assertEquals(
                1,
                in(second, () -> store.auditLog().history(new Ref("desk", "thing", "x"), page))
                        .items()
                        .size());
        assertTrue(in(1, () -> store.auditLog().entries(Filter.ALL, page)).items().stream()
                .noneMatch(entry -> entry.subject().equals("desk:thing:x")));
        assertTrue(in(1, () -> store.eventLog().entries(null, page)).items().stream()
                .noneMatch(entry -> entry.type().equals("platform.company.opened")));
    }

    @Test
    public void everyChainOfTheAuditIsWhole() throws Exception {
        long second = opened("two").id();
        for (int i = 0; i < 150; i++) {
            int number = i;
            in(
                    i % 2 == 0 ? 1 : second,
                    () -> desk.write(work -> {
                        for (int each = 0; each < (number == 9 ? 120 : 1); each++) {
                            work.record(new Change(new Ref("desk", "thing", "x" + number), "created", 1, null, "{}"));
                        }
                        return number;
                    }));
        }
        store.warden().drain();
        assertTrue(store.auditLog().verify().holds());
        assertEquals(2, number("select count(*) from platform_audit_head where position > 50"));
    }

    @Test
    public void theDatabaseItselfKeepsThemApart() throws Exception {
        assumeTrue("H2 has no policies for rows", kind == TestServer.Kind.POSTGRESQL);
        long second = opened("two").id();
        long theirs = in(second, () -> desk.write(work -> thing(work, CANARY).id()));
        try (Store unfenced =
                new Store(new StoreSettings(settings, folder.getRoot().toPath()), Clock.systemUTC(), new Fence() {
                    @Override
                    public String fenced(String sql, long company) {
                        return sql;
                    }
                })) {
            unfenced.open();
            Tx bare = unfenced.raise(DeskModule.DESK);
            assertEquals(List.of(), in(1, () -> names(bare)));
            assertNull(in(1, () -> bare.read(work -> find(work, theirs))));
            assertEquals(0, (int) in(1, () -> bare.write(work -> rename(work.unwrap(Connection.class), theirs))));
            assertThrows(
                    RuntimeException.class,
                    () -> in(
                            1,
                            () -> bare.write(work -> {
                                try (PreparedStatement move = work.unwrap(Connection.class)
                                        .prepareStatement(
                                                "insert into desk_part (company, id, thing_id, place, text) values (2, 1, ?, 1, 'x')")) {
                                    move.setLong(1, theirs);
                                    return move.executeUpdate();
                                }
                            })));
            assertEquals(List.of(CANARY), in(second, () -> names(bare)));
        }
    }

    @Test
    public void functionsDoNotOwnTheTables() throws Exception {
        assumeTrue("H2 has no roles", kind == TestServer.Kind.POSTGRESQL);
        assertEquals(0, (int) desk.read(work -> {
            try (PreparedStatement query = work.unwrap(Connection.class)
                            .prepareStatement("select count(*) from pg_tables where tableowner = current_user");
                    ResultSet row = query.executeQuery()) {
                row.next();
                return row.getInt(1);
            }
        }));
        assertEquals(
                0,
                number(
                        "select count(*) from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attname = 'company'"
                                + " where c.relkind = 'r' and c.relnamespace = current_schema()::regnamespace and not c.relrowsecurity"));
    }

    @Test
    public void aTransactionStaysInItsCompany() {
        long second = opened("two").id();
        assertThrows(
                IllegalStateException.class,
                () -> in(1, () -> desk.write(work -> in(second, () -> desk.write(inner -> 1)))));
    }

    @Test
    public void companiesAreCheckedAndChanged() {
        Company two = opened("two");
        assertThrows(Conflict.class, () -> opened("two"));
        for (CompanyDraft wrong : List.of(
                draft("Two", "EUR", "UTC", "en", "01-01"),
                draft("x", "XYZ", "UTC", "en", "01-01"),
                draft("x", "EUR", "Nowhere/City", "en", "01-01"),
                draft("x", "EUR", "UTC", "not a tag", "01-01"),
                draft("x", "EUR", "UTC", "en", "02-29"))) {
            assertThrows(
                    wrong.toString(), Rejected.class, () -> store.companies().open(wrong));
        }
        CompanyDraft renamed = new CompanyDraft(null, "Two Ltd", "THB", "Asia/Bangkok", "th", "10-01", true);
        assertEquals(
                "Two Ltd",
                store.companies().change("two", two.version(), renamed).name());
        assertThrows(Stale.class, () -> store.companies().change("two", two.version(), renamed));
        assertEquals(
                List.of("main", "two"),
                store.companies().all().stream().map(Company::code).toList());
        CompanyDraft closed = new CompanyDraft(null, "Main", null, null, null, null, false);
        store.companies().change("main", 1, closed);
        assertThrows(Rejected.class, () -> store.companies()
                .change("two", 2, new CompanyDraft(null, "Two", null, null, null, null, false)));
    }

    @Test
    public void eachCompanyHasItsTurn() {
        long second = opened("two").id();
        List<Long> seen = new ArrayList<>();
        assertThrows(
                IllegalStateException.class,
                () -> desk.inEachCompany(() -> {
                    seen.add(Caller.current().company());
                    throw new IllegalStateException("this one fails");
                }));
        assertEquals(List.of(1L, second), seen);
    }

    private Company opened(String code) {
        return store.companies().open(draft(code, "EUR", "UTC", "en", "01-01"));
    }

    private static CompanyDraft draft(String code, String currency, String zone, String language, String yearStart) {
        return new CompanyDraft(code, "Company " + code, currency, zone, language, yearStart, null);
    }

    private static List<String> names(Tx tx) {
        return tx.read(work -> {
            try (PreparedStatement query =
                            work.unwrap(Connection.class).prepareStatement("select name from desk_thing");
                    ResultSet row = query.executeQuery()) {
                List<String> names = new ArrayList<>();
                while (row.next()) {
                    names.add(row.getString(1));
                }
                return names;
            }
        });
    }

    private static int rename(Connection connection, long id) throws java.sql.SQLException {
        try (PreparedStatement update =
                connection.prepareStatement("update desk_thing set name = 'gone' where id = ?")) {
            update.setLong(1, id);
            return update.executeUpdate();
        }
    }

    private static <T> T in(long company, java.util.function.Supplier<T> work) {
        try (Caller.Binding bound = Caller.current().in(company).bind()) {
            return work.get();
        }
    }
}
