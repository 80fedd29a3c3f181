package org.colonnade.platform.webhooks.internal.store;

import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.colonnade.platform.api.Tsid;
import org.colonnade.platform.api.security.Vault;
import org.colonnade.platform.api.store.Tx;
import org.colonnade.platform.api.store.Work;

/** The secrets of subscribers as those see them who sign; stored is what the vault has sealed, each for its subscriber. */
public final class SealedSecrets {

    private static final int AT_ONCE = 100;

    private final Vault vault;

    public SealedSecrets(Vault vault) {
        this.vault = vault;
    }

    /**
     * A secret as it is stored; not to be called in a transaction.
     *
     * @throws org.colonnade.platform.api.problem.Unavailable {@code platform.vault.key}
     */
    public String seal(long subscriber, String secret) {
        return vault.seal(purpose(subscriber), secret.getBytes(StandardCharsets.UTF_8));
    }

    /**
     * Those by which it is signed now, the newest first.
     *
     * @throws org.colonnade.platform.api.problem.Unavailable {@code platform.vault.key}
     */
    public List<String> valid(Work work, long subscriber, Instant now) throws SQLException {
        List<String> secrets = new ArrayList<>();
        for (String stored : SecretRows.valid(work, subscriber, now)) {
            secrets.add(open(subscriber, stored));
        }
        return secrets;
    }

    /**
     * Seals what an older release has left readable.
     *
     * @param tx over all companies
     * @return how many
     * @throws org.colonnade.platform.api.problem.Unavailable {@code platform.vault.key}
     */
    public int sealReadable(Tx tx) {
        int done = 0;
        while (true) {
            List<SecretRows.Readable> found = tx.read(work -> SecretRows.readable(work, AT_ONCE));
            for (SecretRows.Readable one : found) {
                String sealed = seal(one.subscriber(), one.secret());
                tx.write(work -> {
                    SecretRows.seal(work, one, sealed);
                    return null;
                });
            }
            done += found.size();
            if (found.size() < AT_ONCE) {
                return done;
            }
        }
    }

    /** A readable one may come from a node that runs an older release still. */
    private String open(long subscriber, String stored) {
        return vault.sealed(stored)
                ? new String(vault.open(purpose(subscriber), stored), StandardCharsets.UTF_8)
                : stored;
    }

    private static String purpose(long subscriber) {
        return "webhooks.secret " + Tsid.text(subscriber);
    }
}
