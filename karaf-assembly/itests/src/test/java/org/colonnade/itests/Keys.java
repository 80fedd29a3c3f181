package org.colonnade.itests;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;

/** How one gets in: the one-time secret makes the administrator, the pass phrase gives a token. */
final class Keys {

    /** A pass phrase that the platform takes. */
    static final String PASSWORD = "seven tall columns of stone";

    private Keys() {}

    /** The API with the administrator's token; makes the administrator while the secret is there. */
    static Api admin(URI base, Path home) {
        Path secret = home.resolve("administrator-secret");
        try {
            if (Files.exists(secret)) {
                String setup = "{\"secret\":\"%s\",\"name\":\"admin\",\"password\":\"%s\"}"
                        .formatted(Files.readString(secret).strip(), PASSWORD);
                new Api(base, null).post("/api/platform/setup", setup).expect(201);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return signIn(base, "admin", PASSWORD);
    }

    /** The API with the token of a user. */
    static Api signIn(URI base, String name, String password) {
        String body = "{\"name\":\"%s\",\"password\":\"%s\"}".formatted(name, password);
        Api nobody = new Api(base, null);
        return nobody.as(nobody.post("/api/platform/sign-in", body)
                .expect(200)
                .json()
                .path("token")
                .asText());
    }
}
