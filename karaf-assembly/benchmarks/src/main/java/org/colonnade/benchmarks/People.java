package org.colonnade.benchmarks;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import org.colonnade.itests.Api;
import org.colonnade.itests.House;

/** Users with a role of their own: they sign in, they see what is their team's, and one stands in for another. */
final class People {

    private static final int USERS = 40;
    private static final int PARTIES = 200;
    private static final String PASSWORD = "nine grey herons wade";
    private static final String SEEN = "{\"kind\":\"PERSON\",\"displayName\":\"Seen %d\"}";

    private final House house;
    private final Api admin;
    private final AtomicLong number = new AtomicLong();
    private final List<String> ids = new ArrayList<>();
    private String seller;
    private String substitute;

    People(House house) {
        this.house = house;
        this.admin = house.admin();
    }

    /** Makes them, and what the team sees. */
    People settle() {
        String role = "{\"name\":\"seller\",\"permissions\":[\"crm.party.read\",\"crm.party.change\"],"
                + "\"scopes\":{\"crm.party.read\":\"TEAM\",\"crm.party.change\":\"TEAM\"}}";
        admin.post("/api/platform/roles", role).expect(201);
        admin.post("/api/platform/teams", "{\"name\":\"sales\"}").expect(201);
        for (int i = 0; i < USERS; i++) {
            String roles = i == 0 ? "[\"seller\"]" : "[]";
            String user = "{\"name\":\"user-%d\",\"password\":\"%s\",\"roles\":%s}".formatted(i, PASSWORD, roles);
            admin.post("/api/platform/users", user).expect(201);
        }
        admin.post("/api/platform/teams/sales/members", "{\"user\":\"user-0\"}").expect(200, 201);
        String lent = "{\"substitute\":\"user-1\",\"until\":\"" + Instant.now().plusSeconds(86_400) + "\"}";
        admin.post("/api/platform/users/user-0/substitutes", lent).expect(201);
        Api own = house.signIn("user-0", PASSWORD);
        for (int i = 0; i < PARTIES; i++) {
            ids.add(own.post("/api/crm/parties", SEEN.formatted(i))
                    .expect(201)
                    .json()
                    .path("id")
                    .asText());
        }
        seller = own.token();
        substitute = house.signIn("user-1", PASSWORD).token();
        return this;
    }

    Supplier<byte[]> signIn() {
        return () -> Requests.post(
                "/api/platform/sign-in",
                null,
                "{\"name\":\"user-%d\",\"password\":\"%s\"}".formatted(number.incrementAndGet() % USERS, PASSWORD));
    }

    Supplier<byte[]> asAdministrator() {
        return () -> Requests.get(one(), admin.token());
    }

    /** As everybody does who works in more than one company. */
    Supplier<byte[]> inNamedCompany() {
        String company = admin.get("/api/platform/me")
                .expect(200)
                .json()
                .path("companies")
                .path(0)
                .path("code")
                .asText();
        return () -> Requests.get(one(), admin.token(), "Colonnade-Company: " + company);
    }

    Supplier<byte[]> asSeller() {
        return () -> Requests.get(one(), seller);
    }

    Supplier<byte[]> asSubstitute() {
        return () -> Requests.get(one(), substitute, "Colonnade-For: user-0");
    }

    private String one() {
        return "/api/crm/parties/" + ids.get((int) (number.incrementAndGet() % ids.size()));
    }
}
