package org.colonnade.platform.rest.internal.door;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertNotNull;
import static org.junit.Assert.assertNull;
import static org.junit.Assert.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.http.HttpRequest;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.colonnade.platform.api.audit.Change;
import org.colonnade.platform.rest.internal.platform.TestAudit;
import org.colonnade.platform.rest.internal.sample.SampleModule;
import org.colonnade.platform.rest.internal.sample.ThingResource;
import org.junit.After;
import org.junit.Before;
import org.junit.Test;

/** Who was refused what is written down, but a flood fills nothing. */
public class WrittenRefusalsTest {

    private static final String THINGS = "/api/sample/things";

    private final TestAudit audit = new TestAudit();
    private final Refusals refusals = new Refusals(audit);
    private TestHouse house;

    @Before
    public void open() {
        house = new TestHouse();
        house.board.arrive(SampleModule.of(new ThingResource()));
        house.door.refusals = refusals;
    }

    @After
    public void close() throws Exception {
        house.close();
        refusals.close();
    }

    @Test
    public void aMissingRightIsWrittenDown() throws Exception {
        house.send(house.as("reader", THINGS + "?x=1")
                .header("X-Request-Id", "r7")
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(ThingResource.EXAMPLE)));
        TestAudit.Written written = next();
        assertEquals("platform:user:R", written.caller().actor().ref().toString());
        assertEquals("r7", written.caller().requestId());
        Change change = written.change();
        assertEquals(Change.REFUSED, change.action());
        assertEquals("platform:permission:sample.thing.change", change.subject().toString());
        JsonNode content = new ObjectMapper().readTree(change.after());
        assertEquals("POST " + THINGS, content.path("operation").asText());
        assertEquals("sample.thing.change", content.path("permission").asText());
        assertEquals("platform.forbidden", content.path("code").asText());
        assertEquals("127.0.0.1", content.path("address").asText());
    }

    @Test
    public void aTokenThatIsNotGoodIsWrittenDownWithoutIt() throws Exception {
        house.get("stolen", THINGS);
        Change change = next().change();
        assertEquals("platform:door:platform.token.unknown", change.subject().toString());
        assertFalse(change.after(), change.after().contains("stolen"));
    }

    @Test
    public void whatIsNoRefusalOfARightIsNotWrittenDown() throws Exception {
        house.send(house.to(THINGS));
        house.get("reader", THINGS);
        house.get("reader", THINGS + "/unknown/path/here");
        house.get("stolen", THINGS);
        assertEquals(
                "platform:door:platform.token.unknown",
                next().change().subject().toString());
        assertNull(audit.written.poll());
    }

    @Test
    public void aFloodOfOneIsCutAndTheOthersStillShow() {
        AtomicLong nanos = new AtomicLong();
        RefusalQuota quota = new RefusalQuota(nanos::get);
        for (int i = 0; i < RefusalQuota.OF_ONE; i++) {
            assertTrue(quota.admits("anna", true));
        }
        assertFalse(quota.admits("anna", true));
        assertTrue(quota.admits("bob", true));
        nanos.addAndGet(TimeUnit.SECONDS.toNanos(61));
        assertTrue(quota.minuteIsOver());
        assertTrue(quota.admits("anna", true));
    }

    @Test
    public void manyStrangersAreCutTogether() {
        RefusalQuota quota = new RefusalQuota(() -> 0);
        int admitted = 0;
        for (int i = 0; i < 2 * RefusalQuota.OF_STRANGERS; i++) {
            admitted += quota.admits("10.0.0." + i, false) ? 1 : 0;
        }
        assertEquals(RefusalQuota.OF_STRANGERS, admitted);
        assertTrue(quota.admits("anna", true));
    }

    private TestAudit.Written next() throws InterruptedException {
        TestAudit.Written written = audit.written.poll(10, TimeUnit.SECONDS);
        assertNotNull("nothing was written down", written);
        return written;
    }
}
