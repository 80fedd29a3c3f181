package org.colonnade.platform.security.internal;

import java.io.IOException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;
import org.colonnade.platform.api.problem.Unavailable;
import org.colonnade.platform.api.store.Work;
import org.colonnade.platform.security.internal.domain.SealKey;
import org.colonnade.platform.security.internal.store.SecondFactors;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps the secrets of second factors sealed: the key lies in a file of the data folder that only its owner may read, the database holds
 * what is sealed and which key it was. Whoever has stolen a database cannot make codes from it. All nodes need the same file: the node that
 * sealed first has made it, and another one without it says so and seals nothing.
 */
@Component(service = SealKeeper.class)
public final class SealKeeper {

    static final String FILE = "second-factor-key";
    private static final Logger LOG = LoggerFactory.getLogger(SealKeeper.class);

    private final SecureRandom random = new SecureRandom();
    private final SecretFile file;

    @Activate
    public SealKeeper(BundleContext context) {
        this(Path.of(Optional.ofNullable(context.getProperty("colonnade.home")).orElse(".")));
    }

    SealKeeper(Path home) {
        file = new SecretFile(home, FILE);
    }

    /**
     * Seals; to be called after {@code Users.queueUp}, since the first one chooses the key of all nodes.
     *
     * @throws Unavailable {@code platform.second-factor.key}
     */
    String seal(Work work, long user, byte[] secret) throws SQLException {
        Optional<String> claimed = SecondFactors.key(work);
        SealKey key = claimed.isPresent() ? held(claimed.get()) : first(work);
        return key.seal(secret, place(user), random);
    }

    /** @throws Unavailable {@code platform.second-factor.key} */
    byte[] open(Work work, long user, String sealed) throws SQLException {
        String claimed = SecondFactors.key(work).orElse("");
        return held(claimed).open(sealed, place(user));
    }

    /** Whether this node can open what the others sealed. */
    boolean fits(Work work) throws SQLException {
        Optional<String> claimed = SecondFactors.key(work);
        return claimed.isEmpty()
                || key().filter(one -> one.id().equals(claimed.get())).isPresent();
    }

    private SealKey held(String id) {
        return key().filter(one -> one.id().equals(id)).orElseThrow(SealKeeper::away);
    }

    private SealKey first(Work work) throws SQLException {
        SealKey key = key().orElseGet(this::made);
        SecondFactors.claim(work, key.id());
        return key;
    }

    private SealKey made() {
        try {
            String text = SealKey.draw(random);
            file.write(text);
            LOG.info("The key of second factors lies in {}; every node needs it, and every backup.", file.path());
            return SealKey.of(text);
        } catch (IOException failure) {
            LOG.error("The key of second factors cannot be kept in {}", file.path(), failure);
            throw away();
        }
    }

    private Optional<SealKey> key() {
        try {
            return file.read().map(SealKey::of);
        } catch (IOException | IllegalArgumentException unreadable) {
            LOG.error("{} holds no key of second factors", file.path(), unreadable);
            return Optional.empty();
        }
    }

    private static Unavailable away() {
        return new Unavailable(
                "platform.second-factor.key",
                "This node does not have the key of second factors; its administrator finds out more in the platform's health.",
                Duration.ofMinutes(1));
    }

    private static String place(long user) {
        return "user " + user;
    }
}
