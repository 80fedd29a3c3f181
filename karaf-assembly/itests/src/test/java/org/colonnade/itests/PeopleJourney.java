package org.colonnade.itests;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.ByteBuffer;
import java.time.Instant;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.Test;

/** Somebody goes on leave and a colleague stands in; somebody sets up a second factor. */
public class PeopleJourney {

    private static final String PASSWORD = "nine grey herons wade";
    private static final String PARTIES = "/api/crm/parties";
    private static final String ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

    private final House house = House.shared();
    private final Api admin = house.admin();

    @Test
    public void aColleagueStandsInUntilItIsOver() {
        admin.post(
                        "/api/platform/roles",
                        "{\"name\":\"leave-seller\",\"permissions\":[\"crm.party.read\",\"crm.party.change\"],"
                                + "\"scopes\":{\"crm.party.read\":\"OWN\",\"crm.party.change\":\"OWN\"}}")
                .expect(201);
        Api alice = user("leave-alice", "\"leave-seller\"");
        Api bob = user("leave-bob", "");
        String hers = party(alice.post(PARTIES, Samples.person("Leave One", "leave1@example.com")));
        String others = party(admin.post(PARTIES, Samples.person("Leave Two", "leave2@example.com")));
        send(bob, PARTIES + '/' + hers).expectProblem(403, "platform.substitute.none");
        Api.Answer lent = alice.post(
                        "/api/platform/me/substitutes",
                        "{\"substitute\":\"leave-bob\",\"until\":\""
                                + Instant.now().plusSeconds(3_600) + "\"}")
                .expect(201);
        bob.get(PARTIES + '/' + hers).expectProblem(403, "platform.forbidden");
        send(bob, PARTIES + '/' + hers).expect(200);
        assertEquals(
                "only what she sees", 404, send(bob, PARTIES + '/' + others).status());
        bob.send(bob.request(PARTIES)
                        .header("Colonnade-For", "leave-alice")
                        .header("Content-Type", "application/json")
                        .POST(BodyPublishers.ofString(Samples.person("Leave Three", "leave3@example.com"))))
                .expect(201);
        assertEquals(
                "it is hers",
                2,
                alice.get(PARTIES).expect(200).json().path("items").size());
        String her = "platform:user:" + id(alice);
        JsonNode deed = admin.get("/api/platform/audit?action=created&principal=" + her)
                .expect(200)
                .json()
                .path("items")
                .path(0);
        assertEquals("platform:user:" + id(bob), deed.path("actor").asText());
        assertEquals(her, deed.path("principal").asText());
        assertEquals(
                "leave-alice",
                send(bob, "/api/platform/me").json().path("actingFor").asText());
        alice.delete("/api/platform/me/substitutes/" + lent.json().path("id").asText(), null)
                .expect(204);
        send(bob, PARTIES + '/' + hers).expectProblem(403, "platform.substitute.none");
    }

    @Test
    public void aSecondFactorIsSetUpAndAskedFor() throws Exception {
        Api kanya = user("factor-kanya", "");
        JsonNode begun = kanya.post("/api/platform/me/second-factor", "{\"password\":\"" + PASSWORD + "\"}")
                .expect(201)
                .json();
        byte[] secret = decoded(begun.path("secret").asText());
        JsonNode codes = kanya.post("/api/platform/me/second-factor/confirm", "{\"code\":\"" + code(secret, 0) + "\"}")
                .expect(200)
                .json()
                .path("recoveryCodes");
        assertEquals(10, codes.size());
        signIn(null).expectProblem(401, "platform.second-factor.required");
        signIn("000000").expectProblem(401, "platform.sign-in.refused");
        String next = code(secret, 1);
        signIn(next).expect(200);
        signIn(next).expectProblem(401, "platform.sign-in.refused");
        signIn(codes.path(0).asText()).expect(200);
        admin.delete("/api/platform/users/factor-kanya/second-factor", null).expect(204);
        signIn(null).expect(200);
        assertTrue(house.home().resolve("vault-key").toFile().isFile());
    }

    private Api.Answer signIn(String code) {
        String more = code == null ? "" : ",\"code\":\"" + code + "\"";
        return house.api()
                .post(
                        "/api/platform/sign-in",
                        "{\"name\":\"factor-kanya\",\"password\":\"" + PASSWORD + "\"" + more + "}");
    }

    private Api user(String name, String roles) {
        admin.post(
                        "/api/platform/users",
                        "{\"name\":\"%s\",\"password\":\"%s\",\"roles\":[%s]}".formatted(name, PASSWORD, roles))
                .expect(201);
        return house.signIn(name, PASSWORD);
    }

    private static Api.Answer send(Api api, String path) {
        return api.send(api.request(path).header("Colonnade-For", "Leave-Alice").GET());
    }

    private static String party(Api.Answer answer) {
        return answer.expect(201).json().path("id").asText();
    }

    private static String id(Api api) {
        return api.get("/api/platform/me").expect(200).json().path("id").asText();
    }

    private static String code(byte[] secret, int off) throws Exception {
        Mac mac = Mac.getInstance("HmacSHA1");
        mac.init(new SecretKeySpec(secret, "HmacSHA1"));
        long step = Instant.now().getEpochSecond() / 30 + off;
        byte[] hash = mac.doFinal(ByteBuffer.allocate(Long.BYTES).putLong(step).array());
        int at = hash[hash.length - 1] & 0xf;
        return "%06d".formatted((ByteBuffer.wrap(hash, at, 4).getInt() & 0x7fffffff) % 1_000_000);
    }

    private static byte[] decoded(String base32) {
        byte[] bytes = new byte[base32.length() * 5 / 8];
        int buffer = 0;
        int held = 0;
        int at = 0;
        for (char c : base32.toCharArray()) {
            buffer = buffer << 5 | ALPHABET.indexOf(c);
            held += 5;
            if (held >= 8) {
                held -= 8;
                bytes[at++] = (byte) (buffer >> held);
            }
        }
        return bytes;
    }
}
