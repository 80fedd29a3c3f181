package org.colonnade.itests;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertNotNull;
import static org.junit.Assert.assertTrue;

import java.nio.file.Files;
import java.time.Duration;
import java.time.Instant;
import org.junit.AfterClass;
import org.junit.BeforeClass;
import org.junit.Test;

/** PostgreSQL instead of H2 is one configuration file. */
public class OnPostgres {

    private static Postgres postgres;
    private static House house;

    @BeforeClass
    public static void start() throws Exception {
        postgres = Postgres.start();
        house = postgres.house("postgres").start();
        house.admin().post("/api/platform/functions/crm/install").expect(200);
    }

    @AfterClass
    public static void stop() throws Exception {
        house.close();
        postgres.close();
    }

    @Test
    public void theJourneyIsTheSame() throws Exception {
        Journey.walk(house.admin());
    }

    @Test
    public void companiesAreApart() throws Exception {
        new CompanyTwins(house).walk();
    }

    @Test
    public void theDataIsInPostgres() throws Exception {
        house.admin()
                .post("/api/crm/parties", Samples.person("Somewhere Else", "elsewhere@example.com"))
                .expect(201);
        assertTrue("parties in PostgreSQL", postgres.count("SELECT count(*) FROM crm_party") > 0);
        assertTrue("no H2 file", Files.notExists(house.home().resolve("db/colonnade.mv.db")));
    }

    /** Away: a clear 503 within three seconds. Back: healed within ten, without a restart. */
    @Test
    public void theDatabaseMayGoAwayForAMoment() throws Exception {
        Api admin = house.admin();
        long pid = house.process().pid();
        postgres.close();
        Instant asked = Instant.now();
        Api.Answer away = admin.get("/api/crm/parties");
        Duration waited = Duration.between(asked, Instant.now());
        away.expectProblem(503, "platform.store.away");
        assertNotNull("Retry-After", away.retryAfter());
        assertTrue("answered after " + waited, waited.toMillis() < 3500);
        // what was seen half a second ago may still be told
        Deadline.within(
                Duration.ofSeconds(2), () -> house.api().get("/health/ready").status() == 503);
        house.api().get("/health/ready").expectProblem(503, "platform.not-ready");

        postgres.comeBack();
        Instant back = Instant.now();
        Deadline.within(
                Duration.ofSeconds(10), () -> admin.get("/api/crm/parties").status() == 200);
        assertTrue(Duration.between(back, Instant.now()).toSeconds() <= 10);
        assertEquals("the same process", pid, house.process().pid());
    }
}
