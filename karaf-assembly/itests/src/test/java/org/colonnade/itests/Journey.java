package org.colonnade.itests;

import static java.net.URLEncoder.encode;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertNotEquals;
import static org.junit.Assert.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.Assume;
import org.junit.Test;

/** The way of a contact through the house: in as a vCard, found, changed, protected against a stale change, and out again. */
public class Journey {

    @Test
    public void cardsComeInAreFoundChangedAndGoOut() throws Exception {
        walk(House.shared().admin());
    }

    @Test
    public void realAddressBooksComeInOnceAndOnlyOnce() throws Exception {
        List<Path> books = Samples.realAddressBooks();
        Assume.assumeFalse("the shared corpora are not here", books.isEmpty());
        Api api = House.shared().admin();
        for (Path book : books) {
            JsonNode first = cards(api, Files.readAllBytes(book));
            assertEquals(
                    book + " " + first,
                    first.path("read").asInt(),
                    known(first) + first.path("created").asInt());
            assertTrue(book.toString(), first.path("read").asInt() > 0);
        }
        long parties = count(api);
        for (Path book : books) {
            JsonNode again = cards(api, Files.readAllBytes(book));
            assertEquals(
                    book + " " + again,
                    again.path("read").asInt(),
                    again.path("unchanged").asInt());
        }
        byte[] export = api.get("/api/crm/exports/vcard").expect(200).bytes();
        JsonNode back = cards(api, export);
        assertEquals(
                "import, export, import changes nothing: " + back,
                back.path("read").asInt(),
                back.path("unchanged").asInt());
        byte[] rows = api.get("/api/crm/exports/csv").expect(200).bytes();
        JsonNode fromRows = api.post("/api/crm/imports?wait=60", "text/csv", rows)
                .expect(200)
                .json();
        assertEquals(
                fromRows.toString(),
                fromRows.path("read").asInt(),
                fromRows.path("unchanged").asInt());
        assertEquals("nobody came twice", parties, count(api));
    }

    /** The whole way, with an account that may do everything. */
    static void walk(Api api) throws Exception {
        String mark = "m" + Long.toString(System.nanoTime(), 36);
        byte[] file = Samples.threeCardsOneBroken(mark);

        JsonNode trial = api.post("/api/crm/imports?dryRun=true&wait=60", "text/vcard", file)
                .expect(200)
                .json();
        assertEquals(trial.toString(), 2, trial.path("created").asInt());
        assertEquals("a dry run stores nothing", 0, search(api, mark).size());

        String place = "/api/crm/imports/" + trial.path("id").asText();
        JsonNode report = api.post(place + "/commit?wait=60").expect(200).json();
        assertEquals(report.toString(), 3, report.path("read").asInt());
        assertEquals(report.toString(), 2, report.path("created").asInt());
        assertEquals(report.toString(), 1, report.path("refused").asInt());
        JsonNode back = api.post(place + "/revert?wait=60").expect(200).json();
        assertEquals(back.toString(), 2, back.path("reverted").path("removed").asInt());
        assertEquals("what was taken back is not there", 0, search(api, mark).size());
        api.post(place + "/revert").expectProblem(409, "crm.import.reverted");
        cards(api, file);
        for (String aside : new String[] {"/refused", "/errors.csv"}) {
            assertTrue(
                    "the broken card is kept as it came",
                    api.get(place + aside).expect(200).text().contains("THIS LINE IS NO PROPERTY"));
        }
        JsonNode again = cards(api, file);
        assertEquals(again.toString(), 2, again.path("unchanged").asInt());

        found(api, mark + " muller ludenscheidt", "Jürgen");
        found(api, "juergen." + mark + "@EXAMPLE.com", "Jürgen");
        found(api, mark + " ใจดี", "สมชาย");
        found(api, mark + " สุขุมวิท", "สมชาย");
        found(api, mark + " 0812345678", "สมชาย");

        String id = search(api, mark + " muller").get(0).path("id").asText();
        changes(api, "/api/crm/parties/" + id, mark);

        String card = api.get("/api/crm/exports/vcard?q=" + mark).expect(200).text();
        assertTrue(card, card.contains("X-CUSTOM-SHOE-SIZE:44") && card.contains("Chief " + mark));
        String rows = api.get("/api/crm/exports/csv?q=" + mark).expect(200).text();
        assertTrue(rows, rows.contains("Chief " + mark) && rows.contains("สมชาย"));
        reported(api, mark);
    }

    private static void changes(Api api, String party, String mark) {
        Api.Answer read = api.get(party).expect(200);
        String title = "{\"jobTitle\":\"Chief " + mark + "\"}";
        api.patch(party, null, title).expectProblem(428, "platform.if-match.missing");
        Api.Answer changed = api.patch(party, read.etag(), title).expect(200);
        assertNotEquals(read.etag(), changed.etag());
        assertEquals("Chief " + mark, changed.json().path("jobTitle").asText());
        api.patch(party, read.etag(), "{\"jobTitle\":\"Lost\"}").expectProblem(412, "platform.record.stale");
        assertEquals(
                "Chief " + mark,
                api.get(party).expect(200).json().path("jobTitle").asText());
    }

    /** A second party with the same address is reported, at once and in the list that the durable reaction keeps, and never merged. */
    private static void reported(Api api, String mark) throws Exception {
        String twin = api.post(
                        "/api/crm/parties", Samples.person("J. Mueller " + mark, "juergen." + mark + "@example.com"))
                .expect(201)
                .json()
                .path("id")
                .asText();
        JsonNode suspects =
                api.get("/api/crm/parties/" + twin + "/duplicates").expect(200).json();
        assertTrue(suspects.toString(), suspects.toString().contains("same-email"));
        assertEquals(
                "both are there",
                2,
                search(api, "juergen." + mark + "@example.com").size());
        Deadline.within(Duration.ofSeconds(15), () -> api.get("/api/crm/duplicates?limit=500")
                .expect(200)
                .text()
                .contains(twin));
    }

    private static void found(Api api, String words, String name) {
        JsonNode items = search(api, words);
        assertEquals(words + " finds " + items, 1, items.size());
        assertTrue(items.toString(), items.get(0).path("displayName").asText().contains(name));
    }

    private static JsonNode search(Api api, String words) {
        return api.get("/api/crm/parties?q=" + encode(words, UTF_8))
                .expect(200)
                .json()
                .path("items");
    }

    private static JsonNode cards(Api api, byte[] file) {
        return api.post("/api/crm/imports?wait=60", "text/vcard", file)
                .expect(200)
                .json();
    }

    private static int known(JsonNode report) {
        return report.path("updated").asInt() + report.path("unchanged").asInt();
    }

    private static long count(Api api) {
        long count = 0;
        String after = "";
        do {
            JsonNode page =
                    api.get("/api/crm/parties?limit=500" + after).expect(200).json();
            count += page.path("items").size();
            after = page.hasNonNull("next") ? "&after=" + page.path("next").asText() : "";
        } while (!after.isEmpty());
        assertFalse("there are parties", count == 0);
        return count;
    }
}
