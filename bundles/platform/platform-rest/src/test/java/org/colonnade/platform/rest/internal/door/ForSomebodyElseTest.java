package org.colonnade.platform.rest.internal.door;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.colonnade.platform.api.Actor;
import org.colonnade.platform.api.Ref;
import org.colonnade.platform.api.Standing;
import org.colonnade.platform.api.problem.Forbidden;
import org.colonnade.platform.api.security.Gatekeeper;
import org.colonnade.platform.rest.internal.platform.TestAudit;
import org.colonnade.platform.rest.internal.sample.SampleModule;
import org.colonnade.platform.rest.internal.sample.ThingResource;
import org.junit.After;
import org.junit.Before;
import org.junit.Test;

/** A substitute sends its own token and names the one who is away. */
public class ForSomebodyElseTest {

    private static final String THING = "/api/sample/things/1";
    private static final Ref BOB = new Ref("platform", "user", "B");

    private final TestAudit audit = new TestAudit();
    private final Refusals refusals = new Refusals(audit);
    private TestHouse house;

    @Before
    public void open() {
        house = new TestHouse();
        house.board.arrive(SampleModule.of(new ThingResource()));
        house.door.refusals = refusals;
        house.door.gatekeeper = new Gatekeeper() {
            @Override
            public Actor identify(String token) {
                return new Actor(BOB, "bob", Set.of(), false);
            }

            @Override
            public Actor identify(String token, String principal) {
                if (!principal.equals("alice")) {
                    throw new Forbidden("platform.substitute.none", "You do not stand in for this user now.");
                }
                Ref alice = new Ref("platform", "user", "A");
                return new Actor(BOB, "bob", Set.of("sample.thing.read"), false, Set.of(), Standing.FREE, alice);
            }
        };
    }

    @After
    public void close() throws Exception {
        house.close();
        refusals.close();
    }

    @Test
    public void theHeaderNamesForWhom() throws Exception {
        Answer.refused(403, "platform.forbidden", house.get("bob", THING));
        Answer.ok(200, house.send(forSomebody("alice")));
    }

    @Test
    public void whoStandsInForNobodyIsRefusedAndWrittenDownAsWhoItIs() throws Exception {
        Answer.refused(403, "platform.substitute.none", house.send(forSomebody("carol")));
        TestAudit.Written written = audit.written.poll(10, TimeUnit.SECONDS);
        assertEquals(BOB, written.caller().actor().ref());
        String told = written.change().after();
        assertTrue(told, told.contains("\"code\":\"platform.substitute.none\""));
    }

    @Test
    public void oneUserIsNamedOrNobody() throws Exception {
        for (HttpRequest.Builder request : new HttpRequest.Builder[] {
            forSomebody(" "), forSomebody("a".repeat(65)), forSomebody("alice").header("Colonnade-For", "carol")
        }) {
            HttpResponse<String> answer = house.send(request);
            Answer.refused(400, "platform.substitute.malformed", answer);
        }
    }

    private HttpRequest.Builder forSomebody(String principal) {
        return house.as("bob", THING).header("Colonnade-For", principal);
    }
}
