package org.colonnade.platform.mail.internal.smtp;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;

/** A certificate that says itself who it is, made by the tool that comes with Java. */
final class Certificate {

    private static final char[] PASSWORD = "changeit".toCharArray();
    private final KeyStore store;

    /** @param name of the host; with {@code ip:} before it, an address */
    Certificate(Path folder, String name) throws IOException, GeneralSecurityException, InterruptedException {
        Path file = folder.resolve(name.replace(':', '-') + ".p12");
        Process tool = new ProcessBuilder(List.of(
                        Path.of(System.getProperty("java.home"), "bin", "keytool")
                                .toString(),
                        "-genkeypair",
                        "-alias",
                        "a",
                        "-keyalg",
                        "EC",
                        "-dname",
                        "CN=test",
                        "-validity",
                        "2",
                        "-ext",
                        "san=" + (name.startsWith("ip:") ? name : "dns:" + name),
                        "-storetype",
                        "PKCS12",
                        "-storepass",
                        new String(PASSWORD),
                        "-keystore",
                        file.toString()))
                .inheritIO()
                .start();
        if (!tool.waitFor(60, TimeUnit.SECONDS) || tool.exitValue() != 0) {
            throw new IllegalStateException("keytool did not make a certificate");
        }
        store = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(file)) {
            store.load(in, PASSWORD);
        }
    }

    /** As a server shows it. */
    SSLContext shown() throws GeneralSecurityException {
        KeyManagerFactory keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        keys.init(store, PASSWORD);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(keys.getKeyManagers(), null, null);
        return context;
    }

    /** As an administrator has it in a file. */
    Path pem(Path folder) throws IOException, GeneralSecurityException {
        return Files.writeString(
                Files.createTempFile(folder, "certificate", ".pem"),
                "-----BEGIN CERTIFICATE-----\n"
                        + Base64.getMimeEncoder()
                                .encodeToString(store.getCertificate("a").getEncoded())
                        + "\n-----END CERTIFICATE-----\n");
    }
}
