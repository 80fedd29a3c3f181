package org.colonnade.platform.approvals.internal;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.colonnade.platform.api.Actor;
import org.colonnade.platform.api.Page;
import org.colonnade.platform.api.PageRequest;
import org.colonnade.platform.api.Tsid;
import org.colonnade.platform.api.approval.ApprovalStep;
import org.colonnade.platform.api.store.Tx;
import org.colonnade.platform.api.store.Work;
import org.colonnade.platform.approvals.internal.domain.Request;
import org.colonnade.platform.approvals.internal.store.RequestRows;
import org.colonnade.testkit.OnEachDatabase;
import org.junit.Before;
import org.junit.Test;

/** What the inbox asks of the database. */
public class InboxTest extends OnEachDatabase {

    private static final int REQUESTS = 7;

    private final Staff staff = new Staff();
    private final Actor maker = staff.hire(1);
    private final Actor clerk = staff.hire(2, Staff.APPROVE);
    private final Actor chief = staff.hire(3, Staff.APPROVE);
    private final List<String> asked = new ArrayList<>();
    private PayOffice office;
    private Tx tx;

    @Before
    public void open() {
        office = new PayOffice(database(), staff);
        tx = database().tx("approvals");
        office.rule(null, new ApprovalStep(Staff.APPROVE, 2));
        for (int i = 0; i < REQUESTS; i++) {
            asked.add(office.ask(maker, office.make(maker, "pay " + i)));
        }
    }

    @Test
    public void aPageTakesTwoStatementsHoweverManyRequestsItHas() {
        asked.forEach(request -> office.approve(clerk, request));
        AtomicInteger statements = new AtomicInteger();
        List<Request> open = tx.read(work -> RequestRows.open(watched(work, statements::incrementAndGet), 0, 100));
        assertEquals(2, statements.get());
        assertEquals(asked, open.stream().map(one -> Tsid.text(one.id())).toList());
        for (Request request : open) {
            assertEquals(clerk.ref(), request.decisions().get(0).actor());
            assertEquals(1, request.decisions().size());
        }
        statements.set(0);
        assertEquals(
                List.of(),
                tx.read(work -> RequestRows.open(watched(work, statements::incrementAndGet), Long.MAX_VALUE, 9)));
        assertEquals("nothing to ask for", 1, statements.get());
    }

    @Test
    public void aRequestThatIsGrantedInBetweenKeepsItsDecisions() {
        office.approve(clerk, asked.get(3));
        AtomicInteger statements = new AtomicInteger();
        List<Request> open = tx.read(work -> RequestRows.open(
                watched(work, () -> {
                    if (statements.incrementAndGet() == 2) {
                        elsewhere(() -> office.approve(chief, asked.get(3)));
                    }
                }),
                0,
                100));
        assertEquals(REQUESTS, open.size());
        assertEquals(
                List.of(clerk.ref(), chief.ref()),
                open.get(3).decisions().stream().map(Request.Decision::actor).toList());
        assertEquals(
                REQUESTS - 1,
                office.decisions.inbox(clerk, PageRequest.first()).items().size());
    }

    @Test
    public void whatHasExpiredIsLeftOutByTheDatabase() {
        expire(asked.get(0));
        expire(asked.get(4));
        List<Request> open = tx.read(work -> RequestRows.open(work, 0, 100));
        assertEquals(REQUESTS - 2, open.size());
        List<String> seen = new ArrayList<>();
        String after = null;
        do {
            Page<Request> page = office.decisions.inbox(clerk, PageRequest.of(2, after));
            page.items().forEach(one -> seen.add(Tsid.text(one.id())));
            after = page.next();
        } while (after != null);
        List<String> left = new ArrayList<>(asked);
        left.removeAll(List.of(asked.get(0), asked.get(4)));
        assertEquals(left, seen);
    }

    private void expire(String request) {
        int changed = tx.write(work -> {
            try (PreparedStatement update = work.unwrap(Connection.class)
                    .prepareStatement("update approvals_request set expires_at = ? where id = ?")) {
                update.setObject(1, Instant.EPOCH.atOffset(ZoneOffset.UTC));
                update.setLong(2, Tsid.parse(request));
                return update.executeUpdate();
            }
        });
        assertTrue(request, changed == 1);
    }

    /** On another thread, and so on another connection. */
    private static void elsewhere(Runnable work) {
        CompletableFuture.runAsync(work).orTimeout(30, TimeUnit.SECONDS).join();
    }

    /** The same work, which tells before each statement that is prepared. */
    private static Work watched(Work work, Runnable told) {
        Connection connection = work.unwrap(Connection.class);
        Connection watched = proxy(Connection.class, connection, told);
        return (Work) Proxy.newProxyInstance(
                InboxTest.class.getClassLoader(),
                new Class<?>[] {Work.class},
                (self, method, arguments) ->
                        method.getName().equals("unwrap") ? watched : method.invoke(work, arguments));
    }

    private static <T> T proxy(Class<T> type, T meant, Runnable told) {
        return type.cast(Proxy.newProxyInstance(
                InboxTest.class.getClassLoader(), new Class<?>[] {type}, (self, method, arguments) -> {
                    if (method.getName().equals("prepareStatement")) {
                        told.run();
                    }
                    try {
                        return method.invoke(meant, arguments);
                    } catch (InvocationTargetException failed) {
                        throw failed.getCause();
                    }
                }));
    }
}
