package org.colonnade.benchmarks;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.Random;
import org.colonnade.itests.Api;
import org.colonnade.itests.House;

/**
 * Many parties on PostgreSQL: does the last page cost what the first does, is the substring search carried by its index, and is it so right
 * after a bulk import? Prints ratios of one run, both sides measured in turns.
 */
public final class PartyBenchmark {

    private static final int CHUNK = 10_000;
    private static final String[] GIVEN = {
        "Anna", "Björn", "Chloé", "สมชาย", "Dmitri", "Elif", "Fatima", "ณัฐพงษ์", "Georg", "Hanako"
    };
    private static final String[] START = {
        "Al", "Ber", "Cal", "Dor", "El", "Fen", "Gar", "Hol", "In", "Jor", "Kal", "Lin", "Mor", "Nor"
    };
    private static final String[] MIDDLE = {
        "ba", "chi", "den", "fo", "gri", "ho", "ke", "lo", "mi", "ner", "pa", "ri", "sta", "tu"
    };
    private static final String[] END = {
        "berg", "craft", "dahl", "field", "gaard", "holm", "kowski", "mann", "ović", "quist", "sen", "ton"
    };

    private final Random random = new Random(42);
    private final Comparison table;
    private final Api api;

    private PartyBenchmark(House house, Api api) {
        this.table = new Comparison(house.process().pid());
        this.api = api;
    }

    /** @param arguments how many parties; 100,000 if missing */
    public static void main(String[] arguments) throws Exception {
        int parties = arguments.length == 0 ? 100_000 : Integer.parseInt(arguments[0]);
        try (EmbeddedPostgres postgres = EmbeddedPostgres.builder()
                .setLocaleConfig("locale", "C.UTF-8")
                .setServerConfig("fsync", "on")
                .setServerConfig("synchronous_commit", "on")
                .start()) {
            House house = House.empty("benchmark");
            Files.createDirectories(house.home().resolve("etc"));
            Files.writeString(
                    house.home().resolve("etc/org.colonnade.store.cfg"),
                    "url = jdbc:postgresql://127.0.0.1:" + postgres.getPort()
                            + "/postgres\nuser = postgres\npassword = postgres\n");
            try (house) {
                house.start();
                house.admin().post("/api/platform/functions/crm/install").expect(200);
                new PartyBenchmark(house, house.admin()).run(parties);
            }
        }
    }

    private void run(int parties) {
        long start = System.nanoTime();
        for (int done = 0; done < parties; done += CHUNK) {
            api.post("/api/crm/imports/csv", "text/csv", rows(done, Math.min(CHUNK, parties - done)))
                    .expect(200, 201);
        }
        double seconds = (System.nanoTime() - start) / 1e9;
        System.out.printf("%,d parties imported, %,.0f validated rows a second%n%n", parties, parties / seconds);

        table.head();
        table.compare("search right after the import : smallest answer", this::search, this::smallest);
        String last = lastPage();
        table.compare("last page of 50 : first page of 50", () -> list("&after=" + last), () -> list(""));
        table.compare("search : smallest answer", this::search, this::smallest);
        table.compare("search without a hit : smallest answer", () -> search("zqxjkvbpw"), this::smallest);
        table.compare("read by id : smallest answer", this::read, this::smallest);
    }

    private byte[] rows(int from, int count) {
        StringBuilder csv = new StringBuilder("First Name,Last Name,E-mail Address,Mobile Phone,Company\r\n");
        for (int i = from; i < from + count; i++) {
            String family = pick(START) + pick(MIDDLE) + pick(MIDDLE) + pick(END);
            csv.append(pick(GIVEN))
                    .append(',')
                    .append(family)
                    .append(",p")
                    .append(i)
                    .append('@');
            csv.append(pick(MIDDLE)).append(pick(END)).append(".example.com,+4670");
            csv.append(String.format("%07d", i))
                    .append(',')
                    .append(pick(START))
                    .append(pick(END))
                    .append(" AB\r\n");
        }
        return csv.toString().getBytes(StandardCharsets.UTF_8);
    }

    private String pick(String[] parts) {
        return parts[random.nextInt(parts.length)];
    }

    private void search() {
        search(pick(MIDDLE) + pick(MIDDLE) + pick(END).substring(0, 3));
    }

    private void search(String text) {
        String encoded = java.net.URLEncoder.encode(text, StandardCharsets.UTF_8);
        api.get("/api/crm/parties?limit=20&q=" + encoded).expect(200);
    }

    private void smallest() {
        api.get("/api/platform/info").expect(200);
    }

    private void list(String after) {
        api.get("/api/crm/parties?limit=50" + after).expect(200);
    }

    private void read() {
        if (id == null) {
            id = api.get("/api/crm/parties?limit=1").json().at("/items/0/id").asText();
        }
        api.get("/api/crm/parties/" + id).expect(200);
    }

    private String id;

    /** The cursor before the last page, found by walking through all of them. */
    private String lastPage() {
        String cursor = null;
        for (String next = ""; next != null; ) {
            Api.Answer page = api.get("/api/crm/parties?limit=500" + (next.isEmpty() ? "" : "&after=" + next))
                    .expect(200);
            cursor = next.isEmpty() ? cursor : next;
            next = page.json().path("next").asText(null);
        }
        return cursor;
    }
}
