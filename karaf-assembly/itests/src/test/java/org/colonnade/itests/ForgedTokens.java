package org.colonnade.itests;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.junit.AfterClass;
import org.junit.BeforeClass;
import org.junit.Test;

/** No token that somebody made, changed, kept too long or found elsewhere opens anything; each is written down once. */
public class ForgedTokens {

    private static final String ME = "/api/platform/me";
    private static final Issuer ISSUER = new Issuer();
    private static House house;
    private static Api admin;

    @BeforeClass
    public static void open() throws Exception {
        house = House.empty("forged");
        ISSUER.trustedBy(house.home());
        house.start();
        admin = house.admin();
        admin.post("/api/platform/users", "{\"name\":\"malee\",\"password\":\"nine grey herons wade\",\"roles\":[]}")
                .expect(201);
        admin.post("/api/platform/users", "{\"name\":\"gone\",\"password\":\"nine grey herons wade\",\"roles\":[]}")
                .expect(201);
    }

    @AfterClass
    public static void close() {
        house.close();
        ISSUER.close();
    }

    @Test
    public void theRightOnesOpen() {
        assertEquals(
                "malee",
                admin.as(ISSUER.good("malee"))
                        .get(ME)
                        .expect(200)
                        .json()
                        .path("name")
                        .asText());
        assertEquals(
                "malee",
                house.signIn("malee", "nine grey herons wade")
                        .get(ME)
                        .expect(200)
                        .json()
                        .path("name")
                        .asText());
    }

    @Test
    public void noForgedOneOpensAndEachIsWrittenDownOnce() throws Exception {
        Map<String, String> forged = new LinkedHashMap<>(ofTheIssuer());
        forged.putAll(ofOurOwn());
        String before = admin.get("/api/platform/users?limit=500").text();
        assertTrue(forged.size() + " kinds", forged.size() >= 30);
        for (Map.Entry<String, String> one : forged.entrySet()) {
            String request = "forged-" + Integer.toHexString(one.getKey().hashCode());
            HttpResponse<String> answer = get(one.getValue(), request);
            assertEquals(one.getKey() + ": " + answer.body(), 401, answer.statusCode());
            String code = code(answer);
            assertTrue(
                    one.getKey() + ": " + code,
                    Set.of("platform.token.unknown", "platform.token.malformed").contains(code));
            assertEquals(
                    one.getKey(),
                    "Bearer realm=\"colonnade\", error=\"invalid_token\"",
                    answer.headers().firstValue("WWW-Authenticate").orElse(""));
            assertFalse(one.getKey(), answer.body().contains(one.getValue()));
            assertEquals(one.getKey(), 1, written(request, code));
        }
        assertEquals(
                "nobody was made or changed",
                before,
                admin.get("/api/platform/users?limit=500").text());
        assertTrue(ISSUER.fetches.get() + " fetches of the key set", ISSUER.fetches.get() <= 4);
        admin.as(ISSUER.good("malee")).get(ME).expect(200);
    }

    @Test
    public void noneIsAskedForWithoutAnError() throws Exception {
        HttpResponse<String> answer =
                HttpClient.newHttpClient().send(request().build(), HttpResponse.BodyHandlers.ofString());
        assertEquals(401, answer.statusCode());
        assertEquals("platform.token.missing", code(answer));
        assertEquals(
                "Bearer realm=\"colonnade\"",
                answer.headers().firstValue("WWW-Authenticate").orElse(""));
    }

    private static Map<String, String> ofTheIssuer() {
        String claims = ISSUER.claims("malee");
        String good = ISSUER.good("malee");
        String[] parts = good.split("\\.");
        String name = ISSUER.name();
        Map<String, String> forged = new LinkedHashMap<>();
        forged.put("wrong key", ISSUER.forged(ISSUER.header(), claims));
        forged.put("wrong audience", ISSUER.signed(ISSUER.header(), ISSUER.claims(name, "others", "malee", 0, 0, 600)));
        forged.put(
                "wrong issuer",
                ISSUER.signed(
                        ISSUER.header(), ISSUER.claims("https://evil.example", Issuer.AUDIENCE, "malee", 0, 0, 600)));
        forged.put(
                "expired",
                ISSUER.signed(ISSUER.header(), ISSUER.claims(name, Issuer.AUDIENCE, "malee", -900, -900, -120)));
        forged.put(
                "not yet valid",
                ISSUER.signed(ISSUER.header(), ISSUER.claims(name, Issuer.AUDIENCE, "malee", 0, 300, 600)));
        forged.put(
                "made in the future",
                ISSUER.signed(ISSUER.header(), ISSUER.claims(name, Issuer.AUDIENCE, "malee", 300, 0, 600)));
        forged.put(
                "too old",
                ISSUER.signed(ISSUER.header(), ISSUER.claims(name, Issuer.AUDIENCE, "malee", -7_200, -7_200, 86_400)));
        forged.put("alg none", Issuer.part("{\"alg\":\"none\",\"typ\":\"at+jwt\"}") + '.' + parts[1] + '.');
        forged.put(
                "alg none with a signature",
                Issuer.part("{\"alg\":\"none\",\"typ\":\"at+jwt\"}") + '.' + parts[1] + '.' + parts[2]);
        forged.put("key confusion", ISSUER.confused(claims));
        forged.put(
                "path as key id",
                ISSUER.forged("{\"alg\":\"RS256\",\"typ\":\"at+jwt\",\"kid\":\"../../../etc/passwd\"}", claims));
        forged.put(
                "statement as key id",
                ISSUER.forged("{\"alg\":\"RS256\",\"typ\":\"at+jwt\",\"kid\":\"x' union select 1 --\"}", claims));
        forged.put("jku", ISSUER.forged(ISSUER.header(",\"jku\":\"https://evil.example/keys\""), claims));
        forged.put("x5u", ISSUER.forged(ISSUER.header(",\"x5u\":\"https://evil.example/cert\""), claims));
        forged.put("jwk", ISSUER.forged(ISSUER.header(",\"jwk\":" + ISSUER.strangersKey()), claims));
        forged.put(
                "claims twice",
                ISSUER.signed(ISSUER.header(), ISSUER.claims("nobody").replace("}", ",\"sub\":\"malee\"}")));
        forged.put("wrong typ", ISSUER.signed(ISSUER.header().replace("at+jwt", "JWT"), claims));
        forged.put("truncated", good.substring(0, good.length() - 12));
        forged.put("empty signature", parts[0] + '.' + parts[1] + '.');
        forged.put("changed claims", parts[0] + '.' + Issuer.part(claims.replace("malee", "admin")) + '.' + parts[2]);
        forged.put("unknown critical header", ISSUER.signed(ISSUER.header(",\"crit\":[\"x\"],\"x\":1"), claims));
        forged.put("nested", ISSUER.signed(ISSUER.header(",\"cty\":\"JWT\""), '"' + good + '"'));
        forged.put("encrypted", Issuer.part("{\"alg\":\"RSA-OAEP-256\",\"enc\":\"A256GCM\"}") + ".a.b.c.d");
        forged.put("subject of no user", ISSUER.good("nobody"));
        forged.put("absurdly long", "ey" + "A".repeat(7_000));
        return forged;
    }

    private static Map<String, String> ofOurOwn() {
        Map<String, String> forged = new LinkedHashMap<>();
        String token = house.signIn("malee", "nine grey herons wade").token();
        char last = token.charAt(20);
        forged.put("one character changed", token.substring(0, 20) + (last == 'A' ? 'B' : 'A') + token.substring(21));
        forged.put("one character less", token.substring(0, token.length() - 1));
        forged.put("other prefix", "lot_" + token.substring(4));
        forged.put("guessed", "col_" + "A".repeat(43));
        Api ended = house.signIn("malee", "nine grey herons wade");
        ended.post("/api/platform/sign-out").expect(204);
        forged.put("revoked", ended.token());
        Api gone = house.signIn("gone", "nine grey herons wade");
        String foreign = ISSUER.good("gone");
        gone.as(foreign).get(ME).expect(200);
        Api.Answer user = admin.get("/api/platform/users/gone").expect(200);
        admin.delete("/api/platform/users/gone", user.etag()).expect(204);
        forged.put("of a user who is locked out", gone.token());
        forged.put("of the issuer for a user who is locked out", foreign);
        return forged;
    }

    /** How many rows of the audit tell of this request; they are written after the answer. */
    private static int written(String request, String code) throws Exception {
        Deadline.within(Duration.ofSeconds(10), () -> rows(request, code) > 0);
        return rows(request, code);
    }

    private static int rows(String request, String code) {
        int rows = 0;
        for (JsonNode row : admin.get("/api/platform/audit?action=refused&limit=20&subject=platform:door:" + code)
                .expect(200)
                .json()
                .path("items")) {
            rows += row.path("requestId").asText().equals(request) ? 1 : 0;
        }
        return rows;
    }

    private static HttpResponse<String> get(String token, String request) throws Exception {
        return HttpClient.newHttpClient()
                .send(
                        request()
                                .header("Authorization", "Bearer " + token)
                                .header("X-Request-Id", request)
                                .build(),
                        HttpResponse.BodyHandlers.ofString());
    }

    private static HttpRequest.Builder request() {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + house.port() + ME));
    }

    private static String code(HttpResponse<String> answer) {
        int at = answer.body().indexOf("\"code\":\"") + 8;
        return answer.body().substring(at, answer.body().indexOf('"', at));
    }
}
