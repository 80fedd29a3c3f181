package org.colonnade.itests;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertNotNull;
import static org.junit.Assert.assertTrue;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import org.junit.AfterClass;
import org.junit.BeforeClass;
import org.junit.Test;

/** PostgreSQL instead of H2 is one configuration file. */
public class OnPostgres {

    private static Path data;
    private static EmbeddedPostgres postgres;
    private static House house;

    @BeforeClass
    public static void start() throws Exception {
        data = Files.createTempDirectory(Path.of("target").toAbsolutePath(), "postgres");
        postgres = postgres(House.freePort());
        try (Connection admin = postgres.getPostgresDatabase().getConnection();
                Statement sql = admin.createStatement()) {
            sql.execute("CREATE ROLE colonnade LOGIN PASSWORD 'columns'");
            sql.execute("CREATE DATABASE colonnade OWNER colonnade");
            // this account makes no roles, so the one that functions work under is made for it
            sql.execute("CREATE ROLE colonnade_rows_colonnade NOLOGIN");
            sql.execute("GRANT colonnade_rows_colonnade TO colonnade");
        }
        house = House.empty("postgres");
        Path etc = Files.createDirectories(house.home().resolve("etc"));
        Files.writeString(
                etc.resolve("org.colonnade.store.cfg"),
                "url = jdbc:postgresql://127.0.0.1:" + postgres.getPort()
                        + "/colonnade\nuser = colonnade\npassword = columns\n");
        house.start();
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
        try (Connection connection =
                        postgres.getDatabase("colonnade", "colonnade").getConnection();
                Statement sql = connection.createStatement();
                ResultSet rows = sql.executeQuery("SELECT count(*) FROM crm_party")) {
            assertTrue(rows.next());
            assertTrue("parties in PostgreSQL", rows.getLong(1) > 0);
        }
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
        house.api().get("/health/ready").expectProblem(503, "platform.not-ready");

        postgres = postgres(postgres.getPort());
        Instant back = Instant.now();
        Deadline.within(
                Duration.ofSeconds(10), () -> admin.get("/api/crm/parties").status() == 200);
        assertTrue(Duration.between(back, Instant.now()).toSeconds() <= 10);
        assertEquals("the same process", pid, house.process().pid());
    }

    private static EmbeddedPostgres postgres(int port) throws IOException {
        return EmbeddedPostgres.builder()
                .setPort(port)
                .setDataDirectory(data)
                .setCleanDataDirectory(false)
                .setServerConfig("fsync", "on")
                .setServerConfig("synchronous_commit", "on")
                .setLocaleConfig("locale", "C.UTF-8")
                .start();
    }
}
