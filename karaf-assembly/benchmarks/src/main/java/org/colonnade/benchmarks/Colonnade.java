package org.colonnade.benchmarks;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import org.colonnade.itests.Api;
import org.colonnade.itests.House;

/** The platform under measurement: the real distribution with crm in it, with identity, rights and events, on PostgreSQL. */
final class Colonnade implements AutoCloseable {

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

    private final House house;
    private final Api api;
    private final Random random = new Random(42);
    private final AtomicLong number = new AtomicLong(System.currentTimeMillis());
    private List<String> ids = List.of();
    private String last = "";

    Colonnade(Postgres postgres) throws IOException {
        postgres.make("colonnade");
        house = open(postgres, "benchmark");
        api = house.admin();
    }

    private static House open(Postgres postgres, String name) throws IOException {
        House house = House.empty(name);
        Files.createDirectories(house.home().resolve("etc"));
        Files.writeString(
                house.home().resolve("etc/org.colonnade.store.cfg"),
                "url = jdbc:postgresql://127.0.0.1:" + postgres.port() + "/colonnade\nuser = " + Postgres.USER
                        + "\npassword = " + Postgres.USER + "\n");
        house.start();
        house.admin().post("/api/platform/functions/crm/install").expect(200);
        return house;
    }

    /** Another node on the same database, where the same tokens open; the caller closes it. */
    House another() throws IOException {
        House second = House.empty("benchmark-second");
        Files.createDirectories(second.home().resolve("etc"));
        Files.copy(
                house.home().resolve("etc/org.colonnade.store.cfg"),
                second.home().resolve("etc/org.colonnade.store.cfg"));
        second.start();
        second.api().as(api.token()).post("/api/platform/functions/crm/install").expect(200);
        return second;
    }

    Api api() {
        return api;
    }

    /** A note on one of the parties: one row, its words in the audit and its event. */
    Supplier<byte[]> note() {
        return () -> {
            long i = number.incrementAndGet();
            String ref = "crm:party:" + ids.get((int) (i * 7919 % ids.size()));
            return Requests.post(
                    "/api/platform/notes?ref=" + ref, api.token(), "{\"text\": \"Called back, note %d\"}".formatted(i));
        };
    }

    Server server(Postgres postgres) {
        return Server.running("Colonnade", house.port(), house.process().pid(), postgres.pid());
    }

    House house() {
        return house;
    }

    /** Takes parties in as files, each from its upload until its job is done. @return validated rows a second */
    double importRows(int parties) throws InterruptedException {
        long start = System.nanoTime();
        for (int done = 0; done < parties; done += CHUNK) {
            String place = "/api/crm/imports/"
                    + api.post("/api/crm/imports?wait=50", "text/csv", rows(done, Math.min(CHUNK, parties - done)))
                            .expect(200, 202)
                            .json()
                            .path("id")
                            .asText();
            while (!ended(place)) {
                Thread.sleep(20);
            }
        }
        return parties / ((System.nanoTime() - start) / 1e9);
    }

    private boolean ended(String place) {
        String state = api.get(place).expect(200).json().path("state").asText();
        if (!List.of("QUEUED", "RUNNING", "FINISHED").contains(state)) {
            throw new IllegalStateException("The import " + place + " is " + state);
        }
        return state.equals("FINISHED");
    }

    /** Waits until the reactions have taken what the imports published, so that they are not measured with what follows. */
    void settle() throws InterruptedException {
        long end = System.nanoTime() + 600_000_000_000L;
        while (System.nanoTime() < end
                && api.get("/api/platform/reactions").text().matches("(?s).*\"behind\":[1-9].*")) {
            Thread.sleep(1_000);
        }
    }

    /** Remembers some ids for {@link #read}, and the cursor of the last page. */
    void look() {
        List<String> some = new ArrayList<>();
        for (String next = ""; next != null; ) {
            var page = api.get("/api/crm/parties?limit=500" + next).expect(200).json();
            if (some.size() < 20_000) {
                page.path("items").forEach(item -> some.add(item.path("id").asText()));
            }
            last = next.isEmpty() ? last : next;
            next = page.hasNonNull("next") ? "&after=" + page.path("next").asText() : null;
        }
        ids = some;
    }

    Supplier<byte[]> smallest() {
        return always("/api/platform/info");
    }

    Supplier<byte[]> me() {
        return always("/api/platform/me");
    }

    Supplier<byte[]> firstPage() {
        return always("/api/crm/parties?limit=50");
    }

    Supplier<byte[]> lastPage() {
        return always("/api/crm/parties?limit=50" + last);
    }

    Supplier<byte[]> read() {
        return () -> Requests.get(
                "/api/crm/parties/" + ids.get((int) (number.incrementAndGet() * 7919 % ids.size())), api.token());
    }

    Supplier<byte[]> search() {
        return () -> {
            Random any = new Random(number.incrementAndGet());
            String part = pick(any, MIDDLE) + pick(any, MIDDLE) + pick(any, END).substring(0, 3);
            return Requests.get(
                    "/api/crm/parties?limit=50&q=" + java.net.URLEncoder.encode(part, StandardCharsets.UTF_8),
                    api.token());
        };
    }

    /** Names as different as those of the imported: parties that are all called alike would measure the search for duplicates. */
    Supplier<byte[]> create() {
        return () -> {
            long i = number.incrementAndGet();
            Random any = new Random(i);
            String family = pick(any, START) + pick(any, MIDDLE) + pick(any, MIDDLE) + pick(any, END);
            return Requests.post(
                    "/api/crm/parties",
                    api.token(),
                    ("{\"kind\":\"PERSON\",\"displayName\":\"%s %s\",\"contactPoints\":["
                                    + "{\"type\":\"EMAIL\",\"value\":\"new%d@example.org\"},{\"type\":\"PHONE\",\"value\":\"+49 30 %07d\"}]}")
                            .formatted(pick(any, GIVEN), family, i, i % 10_000_000));
        };
    }

    private Supplier<byte[]> always(String path) {
        byte[] request = Requests.get(path, api.token());
        return () -> request;
    }

    private byte[] rows(int from, int count) {
        StringBuilder csv = new StringBuilder("First Name,Last Name,E-mail Address,Mobile Phone,Company\r\n");
        for (int i = from; i < from + count; i++) {
            csv.append(pick(random, GIVEN))
                    .append(',')
                    .append(pick(random, START))
                    .append(pick(random, MIDDLE));
            csv.append(pick(random, MIDDLE))
                    .append(pick(random, END))
                    .append(",p")
                    .append(i)
                    .append('@');
            csv.append(pick(random, MIDDLE)).append(pick(random, END)).append(".example.com,+4670");
            csv.append(String.format("%07d", i))
                    .append(',')
                    .append(pick(random, START))
                    .append(pick(random, END));
            csv.append(" AB\r\n");
        }
        return csv.toString().getBytes(StandardCharsets.UTF_8);
    }

    private static String pick(Random random, String[] parts) {
        return parts[random.nextInt(parts.length)];
    }

    @Override
    public void close() {
        house.close();
    }
}
