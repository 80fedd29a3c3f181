package org.colonnade.platform.security.internal;

import static org.junit.Assert.assertArrayEquals;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertNotEquals;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.List;
import org.colonnade.platform.api.admin.HealthCheck.Finding;
import org.colonnade.platform.api.admin.HealthCheck.Level;
import org.colonnade.platform.api.problem.Unavailable;
import org.colonnade.platform.api.store.Tx;
import org.colonnade.platform.security.internal.domain.SealKey;
import org.colonnade.platform.security.internal.store.Seals;
import org.colonnade.testkit.OnEachDatabase;
import org.junit.Before;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;

public class VaultTest extends OnEachDatabase {

    private static final byte[] SECRET = "four quiet elephants".getBytes(StandardCharsets.UTF_8);

    @Rule
    public final TemporaryFolder folder = new TemporaryFolder();

    private final SecureRandom random = new SecureRandom();
    private Tx tx;
    private Path home;
    private VaultKeeper vault;

    @Before
    public void open() throws Exception {
        tx = database().tx("security");
        home = folder.newFolder().toPath();
        vault = new VaultKeeper(tx, home);
    }

    @Test
    public void whatIsSealedOpensForItsPurposeOnly() throws Exception {
        assertEquals(Level.WELL, health(vault).level());
        String sealed = vault.seal("demo 1", SECRET);
        assertArrayEquals(SECRET, vault.open("demo 1", sealed));
        assertArrayEquals(SECRET, new VaultKeeper(tx, home).open("demo 1", sealed));
        assertThrows(IllegalStateException.class, () -> vault.open("demo 2", sealed));
        assertNotEquals("each time anew", sealed, vault.seal("demo 1", SECRET));
        assertTrue(sealed, sealed.length() <= Math.ceil(4 / 3.0 * (SECRET.length + 28)) + 20);
        assertTrue(vault.sealed(sealed));
        assertFalse(vault.sealed("whsec_" + sealed));
        Path key = home.resolve(KeyFiles.NAME);
        assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(key)));
        assertEquals(Level.WELL, health(vault).level());
    }

    @Test
    public void aNodeWithoutTheKeySaysWhatToDoAndMakesNoOther() throws Exception {
        String sealed = vault.seal("demo", SECRET);
        Path elsewhere = folder.newFolder().toPath();
        VaultKeeper other = new VaultKeeper(database().node().tx("security"), elsewhere);
        assertEquals("platform.vault.key", away(() -> other.open("demo", sealed)));
        assertEquals("platform.vault.key", away(() -> other.seal("demo", SECRET)));
        assertFalse(Files.exists(elsewhere.resolve(KeyFiles.NAME)));
        Finding finding = health(other);
        assertEquals(Level.WARNING, finding.level());
        assertTrue(finding.toString(), finding.toString().contains(sealed.substring(3, 19)));
        assertTrue(finding.toString(), finding.toString().contains("Copy vault-key"));
        Files.copy(home.resolve(KeyFiles.NAME), elsewhere.resolve(KeyFiles.NAME));
        assertArrayEquals(SECRET, other.open("demo", sealed));
        assertArrayEquals(SECRET, vault.open("demo", other.seal("demo", SECRET)));
        assertEquals(Level.WELL, health(other).level());
    }

    @Test
    public void aNodeWithAnotherKeySealsNothing() throws Exception {
        vault.seal("demo", SECRET);
        Path elsewhere = folder.newFolder().toPath();
        keep(elsewhere, KeyFiles.NAME, SealKey.draw(random));
        VaultKeeper other = new VaultKeeper(tx, elsewhere);
        assertEquals("platform.vault.key", away(() -> other.seal("demo", SECRET)));
        assertEquals(Level.WARNING, health(other).level());
        assertEquals(1, tx.read(Seals::keys).size());
    }

    @Test
    public void aNewKeySealsAndTheOldOneStillOpens() throws Exception {
        String before = vault.seal("demo", SECRET);
        String old = Files.readString(home.resolve(KeyFiles.NAME)).strip();
        String next = SealKey.draw(random);
        keep(home, KeyFiles.NAME, "# since March", next, "", old);
        String after = vault.seal("demo", SECRET);
        assertTrue(after, after.startsWith("v1." + SealKey.of(next).id() + '.'));
        assertArrayEquals(SECRET, vault.open("demo", before));
        assertArrayEquals(SECRET, vault.open("demo", after));
        // a node that has both but seals with the old one still is no trouble, as long as it lasts
        Path elsewhere = folder.newFolder().toPath();
        keep(elsewhere, KeyFiles.NAME, old, next);
        VaultKeeper other = new VaultKeeper(tx, elsewhere);
        assertArrayEquals(SECRET, vault.open("demo", other.seal("demo", SECRET)));
        assertArrayEquals(SECRET, other.open("demo", after));
        assertEquals(2, tx.read(Seals::keys).size());
        // without the old one something is missing, and it is said which
        keep(home, KeyFiles.NAME, next);
        assertEquals("platform.vault.key", away(() -> vault.open("demo", before)));
        assertEquals(List.of(SealKey.of(old).id()), vault.missing());
    }

    @Test
    public void whatAnOlderReleaseHasSealedOpensWithItsFile() throws Exception {
        String text = SealKey.draw(random);
        SealKey key = SealKey.of(text);
        keep(home, KeyFiles.OLDER, text);
        tx.write(work -> {
            Seals.claim(work, key.id());
            return null;
        });
        assertArrayEquals(SECRET, vault.open("user 7", key.seal(SECRET, "user 7", random)));
        assertTrue(vault.seal("user 7", SECRET).startsWith("v1." + key.id() + '.'));
        assertFalse("no second key is made", Files.exists(home.resolve(KeyFiles.NAME)));
        SealKey foreign = SealKey.of(SealKey.draw(random));
        assertEquals("platform.vault.key", away(() -> vault.open("user 7", foreign.seal(SECRET, "user 7", random))));
    }

    @Test
    public void aFileThatOthersMayReadIsNeitherTakenNorReplaced() throws Exception {
        Path file = keep(home, KeyFiles.NAME, SealKey.draw(random));
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r--r--"));
        String before = Files.readString(file);
        assertEquals("platform.vault.key", away(() -> vault.seal("demo", SECRET)));
        assertEquals(before, Files.readString(file));
        assertEquals(Level.WARNING, health(vault).level());
        assertTrue(health(vault).toString(), health(vault).toString().contains("chmod 600"));
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
        assertArrayEquals(SECRET, vault.open("demo", vault.seal("demo", SECRET)));
        keep(home, KeyFiles.NAME, "not a key");
        assertEquals(Level.WARNING, health(vault).level());
    }

    private static Finding health(VaultKeeper keeper) {
        return new VaultHealth(keeper).check();
    }

    private static Path keep(Path home, String name, String... lines) throws Exception {
        Path file = home.resolve(name);
        Files.write(file, List.of(lines));
        return Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
    }

    private static String away(org.junit.function.ThrowingRunnable asked) {
        return assertThrows(Unavailable.class, asked).code();
    }
}
