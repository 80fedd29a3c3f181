package org.colonnade.platform.security.internal;

import java.io.IOException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.colonnade.platform.api.problem.Unavailable;
import org.colonnade.platform.api.security.Vault;
import org.colonnade.platform.api.store.Tx;
import org.colonnade.platform.api.store.Work;
import org.colonnade.platform.security.internal.domain.SealKey;
import org.colonnade.platform.security.internal.store.Seals;
import org.colonnade.platform.security.internal.store.Users;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Seals with the first key of this node's files. The database knows the ids of all keys that have sealed anything: the node that seals
 * first makes the key, and one that does not have it says so and seals nothing, instead of making another one. A new key becomes one of the
 * installation's as soon as a node seals with it that has the newest key of before, too.
 */
@Component(service = {Vault.class, VaultKeeper.class})
public final class VaultKeeper implements Vault {

    private static final Logger LOG = LoggerFactory.getLogger(VaultKeeper.class);
    private static final Pattern SEALED = Pattern.compile("v1\\.([0-9a-f]{16})\\.([A-Za-z0-9+/=]+)");

    private final SecureRandom random = new SecureRandom();
    private final Tx tx;
    private final KeyFiles files;
    private volatile String trouble = "";

    @Activate
    public VaultKeeper(@Reference(target = "(module=security)") Tx tx, BundleContext context) {
        this(
                tx,
                Path.of(Optional.ofNullable(context.getProperty("colonnade.home"))
                        .orElse(".")));
    }

    /** @param home the data folder */
    public VaultKeeper(Tx tx, Path home) {
        this.tx = tx;
        files = new KeyFiles(home);
    }

    @Override
    public String seal(String purpose, byte[] secret) {
        SealKey key = sealing();
        return "v1." + key.id() + '.' + key.seal(secret, purpose, random);
    }

    @Override
    public byte[] open(String purpose, String sealed) {
        Matcher parts = SEALED.matcher(sealed);
        if (!parts.matches()) {
            return openUnnamed(purpose, sealed);
        }
        return keys().stream()
                .filter(key -> key.id().equals(parts.group(1)))
                .findFirst()
                .orElseThrow(VaultKeeper::away)
                .open(parts.group(2), purpose);
    }

    @Override
    public boolean sealed(String text) {
        return SEALED.matcher(text).matches();
    }

    /** The first release with second factors did not write down which key it was. */
    private byte[] openUnnamed(String purpose, String sealed) {
        for (SealKey key : keys()) {
            try {
                return key.open(sealed, purpose);
            } catch (IllegalStateException another) {
                LOG.trace("Not sealed with the key {}", key.id(), another);
            }
        }
        throw away();
    }

    /** The ids of the keys that sealed something and that this node does not have. */
    List<String> missing() {
        List<String> here = keys().stream().map(SealKey::id).toList();
        return tx.read(Seals::keys).stream().filter(id -> !here.contains(id)).toList();
    }

    /** Why the key files of this node cannot be used; empty if they can, or if there are none. */
    String trouble() {
        keys();
        return trouble;
    }

    private SealKey sealing() {
        Optional<SealKey> first = keys().stream().findFirst();
        return first.isPresent() && tx.read(Seals::keys).contains(first.get().id())
                ? first.get()
                : tx.write(this::claimed);
    }

    /** Says which key seals from now on, where no other node can come in between. */
    private SealKey claimed(Work work) throws SQLException {
        Users.queueUp(work);
        List<String> known = Seals.keys(work);
        List<SealKey> here = keys();
        boolean allowed = known.isEmpty()
                ? trouble.isEmpty()
                : here.stream().anyMatch(key -> key.id().equals(known.get(0)));
        if (!allowed) {
            throw away();
        }
        SealKey key = here.isEmpty() ? made() : here.get(0);
        if (!known.contains(key.id())) {
            Seals.claim(work, key.id());
            LOG.info("Secrets are sealed with the key {} from now on.", key.id());
        }
        return key;
    }

    private SealKey made() {
        try {
            String text = SealKey.draw(random);
            files.write(text);
            LOG.info("The installation's key lies in {}; every node needs it, and every backup.", files.path());
            return SealKey.of(text);
        } catch (IOException failure) {
            LOG.error("The installation's key cannot be kept in {}", files.path(), failure);
            throw away();
        }
    }

    private List<SealKey> keys() {
        try {
            List<SealKey> keys = files.read();
            trouble = "";
            return keys;
        } catch (IOException unreadable) {
            if (trouble.isEmpty()) {
                LOG.error("The installation's key cannot be read: {}", unreadable.getMessage(), unreadable);
            }
            trouble = String.valueOf(unreadable.getMessage());
            return List.of();
        }
    }

    private static Unavailable away() {
        return new Unavailable(
                "platform.vault.key",
                "This node does not have the installation's key; its administrator finds out more in the platform's health.",
                Duration.ofMinutes(1));
    }
}
