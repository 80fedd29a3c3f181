package org.colonnade.platform.security.internal;

import java.io.IOException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.sql.SQLException;
import java.util.Optional;
import org.colonnade.platform.api.store.Tx;
import org.colonnade.platform.api.store.Work;
import org.colonnade.platform.security.internal.domain.BearerToken;
import org.colonnade.platform.security.internal.store.SetupSecrets;
import org.colonnade.platform.security.internal.store.Users;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The one-time secret with which the first administrator is made. While there is none, each node keeps its secret in a file of its data
 * folder and only the fingerprint in the database, so every node's secret opens, and a stolen database opens nothing. A crash between the
 * two leaves a file that opens nothing; the next start replaces it.
 */
@Component(service = SetupSecret.class, immediate = true)
public final class SetupSecret {

    private static final Logger LOG = LoggerFactory.getLogger(SetupSecret.class);

    private final SecretFile file;
    private volatile boolean unwritable;

    @Activate
    public SetupSecret(@Reference(target = "(module=security)") Tx tx, BundleContext context) {
        this(
                tx,
                Path.of(Optional.ofNullable(context.getProperty("colonnade.home"))
                        .orElse(".")));
    }

    SetupSecret(Tx tx, Path home) {
        file = new SecretFile(home, "administrator-secret");
        try {
            prepare(tx);
        } catch (IOException failed) {
            unwritable = true;
            LOG.error(
                    "The one-time administrator secret cannot be kept in {}; make the folder writable and start again.",
                    file.path(),
                    failed);
        }
    }

    /** Where the secret of this node lies while there is no administrator. */
    public Path path() {
        return file.path();
    }

    /** Whether the secret could not be written down. */
    public boolean unwritable() {
        return unwritable;
    }

    /** Whether it is the secret of any node. */
    public static boolean opens(Work work, String secret) throws SQLException {
        return BearerToken.fits(secret) && SetupSecrets.isThere(work, BearerToken.fingerprint(secret));
    }

    /** To be called in the transaction that makes an administrator: no secret opens any more. */
    public static void close(Work work) throws SQLException {
        SetupSecrets.clear(work);
    }

    /** To be called after that transaction: the file has served its time. */
    public void discard() {
        try {
            file.remove();
        } catch (IOException stuck) {
            LOG.warn("{} opens nothing any more, but cannot be removed; remove it by hand.", file.path(), stuck);
        }
    }

    private void prepare(Tx tx) throws IOException {
        if (tx.read(Users::anyAdministrator)) {
            discard();
            return;
        }
        Optional<String> kept = file.read();
        if (kept.isPresent() && tx.read(work -> opens(work, kept.get()))) {
            LOG.warn("There is no administrator yet; the one-time secret lies in {}", file.path());
            return;
        }
        String secret = BearerToken.draw(new SecureRandom());
        file.write(secret);
        if (tx.write(work -> open(work, secret))) {
            LOG.warn(
                    "There is no administrator yet. One-time secret: {} (also in {}); POST /api/platform/setup",
                    secret,
                    file.path());
        } else {
            discard();
        }
    }

    /** Another node may have made the administrator in the meantime; then it stays closed. */
    private static boolean open(Work work, String secret) throws SQLException {
        Users.queueUp(work);
        if (Users.anyAdministrator(work)) {
            return false;
        }
        SetupSecrets.add(work, BearerToken.fingerprint(secret));
        return true;
    }
}
