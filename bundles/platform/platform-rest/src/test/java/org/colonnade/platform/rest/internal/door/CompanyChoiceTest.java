package org.colonnade.platform.rest.internal.door;

import java.net.http.HttpResponse;
import org.colonnade.platform.rest.internal.sample.SampleModule;
import org.colonnade.platform.rest.internal.sample.ThingResource;
import org.junit.After;
import org.junit.Before;
import org.junit.Test;

/** In which company a request works, and that nobody comes into one that is not theirs. */
public class CompanyChoiceTest {

    private TestHouse house;

    @Before
    public void open() {
        house = new TestHouse();
        house.board.arrive(SampleModule.of(new ThingResource()));
    }

    @After
    public void close() throws Exception {
        house.close();
    }

    @Test
    public void whoNamesNoneWorksInTheirOwn() throws Exception {
        Answer.ok(200, house.get("agent", "/api/sample/things"));
        Answer.ok(200, house.get("reader", "/api/sample/things"));
    }

    @Test
    public void whatIsNotTheirsIsToldLikeWhatIsNotThere() throws Exception {
        Answer.ok(200, in("two"));
        Answer.refused(403, "platform.company.not-yours", in("main"));
        Answer.refused(403, "platform.company.not-yours", in("nowhere"));
        Answer.refused(403, "platform.company.not-yours", in("'; drop table x"));
        Answer.refused(403, "platform.company.closed", in("gone"));
        Answer.ok(200, house.send(house.as("admin", "/api/sample/things").header(CompanyChoice.HEADER, "two")));
    }

    @Test
    public void twoAtOnceMakeNoSense() throws Exception {
        Answer.refused(
                400,
                "platform.company.malformed",
                house.send(house.as("agent", "/api/sample/things")
                        .header(CompanyChoice.HEADER, "two")
                        .header(CompanyChoice.HEADER, "main")));
    }

    private HttpResponse<String> in(String company) throws Exception {
        return house.send(house.as("agent", "/api/sample/things").header(CompanyChoice.HEADER, company));
    }
}
