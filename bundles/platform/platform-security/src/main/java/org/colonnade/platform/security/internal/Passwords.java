package org.colonnade.platform.security.internal;

import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import org.colonnade.platform.api.problem.Rejected;
import org.colonnade.platform.security.internal.domain.KnownPasswords;
import org.colonnade.platform.security.internal.domain.PasswordRule;
import org.colonnade.platform.security.internal.hash.PasswordHashing;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Takes new passwords: judges them, then hashes them. */
@Component(service = Passwords.class)
public final class Passwords {

    private static final int BEYOND_ANY = 4096;
    private static final int SECRET_BYTES = 32;

    private final PasswordRule rule = new PasswordRule(KnownPasswords.bundled());
    private final PasswordHashing hashing;
    private final SecureRandom random = new SecureRandom();

    @Activate
    public Passwords(@Reference PasswordHashing hashing) {
        this.hashing = hashing;
    }

    /**
     * Judges and hashes; outside any transaction, since it takes long.
     *
     * @param field the JSON field that the password came in
     * @param own what belongs to the user and makes a bad password
     * @return the PHC string to store
     * @throws Rejected {@code platform.password.refused}
     */
    public String taken(String field, String password, String... own) {
        return taken(field, password, false, own);
    }

    /** The same. @param secondFactor whether signing in needs more than the password, which may be shorter then */
    public String taken(String field, String password, boolean secondFactor, String... own) {
        if (password == null || password.length() > BEYOND_ANY) {
            throw refused(
                    field, password == null ? "is required" : "has more than " + PasswordRule.LONGEST + " characters");
        }
        String normalised = PasswordRule.normalised(password);
        rule.refusal(normalised, Arrays.asList(own), secondFactor).ifPresent(why -> {
            throw refused(field, why);
        });
        return hashing.hash(normalised);
    }

    /** The hash of a password that nobody knows. It takes long too. */
    public String unknowable() {
        byte[] secret = new byte[SECRET_BYTES];
        random.nextBytes(secret);
        return hashing.hash(Base64.getEncoder().encodeToString(secret));
    }

    private static Rejected refused(String field, String why) {
        return new Rejected("platform.password.refused", "This password is not taken: it " + why + '.')
                .field(field, why);
    }
}
