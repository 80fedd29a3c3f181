package org.colonnade.platform.mail.internal;

import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import java.util.regex.Pattern;
import javax.net.ssl.SSLSocketFactory;
import org.colonnade.platform.api.mail.MailAddress;
import org.colonnade.platform.api.problem.Rejected;

/**
 * The configuration, read and right.
 *
 * @param host the server's name
 * @param port its port
 * @param security how the connection is protected
 * @param user the account, or null where the server asks for none
 * @param password its password; null without an account
 * @param trusted makes connections that trust certificates of the company's own; null for those that Java trusts
 * @param from who writes
 * @param replyTo where answers go, or null
 * @param publicUrl what links begin with, without a slash at its end, or null
 * @param helloName how the platform names itself, or null
 * @param connect how long the server has to take the connection
 * @param answer how long it has for each answer
 */
public record MailSettings(
        String host,
        int port,
        Security security,
        String user,
        String password,
        SSLSocketFactory trusted,
        MailAddress from,
        MailAddress replyTo,
        String publicUrl,
        String helloName,
        Duration connect,
        Duration answer) {

    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9]([A-Za-z0-9.-]{0,252})|\\[?[0-9A-Fa-f:.]{2,45}]?");

    /** How a connection is protected. */
    public enum Security {
        NONE(25),
        STARTTLS(587),
        TLS(465);

        private final int port;

        Security(int port) {
            this.port = port;
        }
    }

    /**
     * Reads the configuration.
     *
     * @return null where no host is named
     * @throws IllegalArgumentException with a sentence for people, if something in it makes no sense or cannot be read
     */
    static MailSettings of(MailConfig config) {
        String host = config.host().strip();
        if (host.isEmpty()) {
            return null;
        }
        Security security = security(config.security());
        String user = orNull(config.user());
        return new MailSettings(
                name("host", host),
                port(config.port(), security),
                security,
                user,
                user == null ? null : password(config),
                config.certificates().isBlank()
                        ? null
                        : Certificates.trusting(Path.of(config.certificates().strip())),
                address("from", config.from()),
                config.replyTo().isBlank() ? null : address("replyTo", config.replyTo()),
                publicUrl(config.publicUrl().strip()),
                config.helloName().isBlank()
                        ? null
                        : name("helloName", config.helloName().strip()),
                seconds("connectSeconds", config.connectSeconds(), 60),
                seconds("answerSeconds", config.answerSeconds(), 300));
    }

    /** Where the server is, for people. */
    public String place() {
        return host + ':' + port;
    }

    /** Without the password. */
    @Override
    public String toString() {
        return place();
    }

    private static Security security(String text) {
        try {
            return Security.valueOf(text.strip().toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException unknown) {
            throw new IllegalArgumentException("security is starttls, tls or none.", unknown);
        }
    }

    private static int port(int port, Security security) {
        if (port < 0 || port > 65_535) {
            throw new IllegalArgumentException("port lies between 0 and 65535.");
        }
        return port == 0 ? security.port : port;
    }

    private static String password(MailConfig config) {
        if (config.passwordFile().isBlank()) {
            return config.password();
        }
        Path file = Path.of(config.passwordFile().strip());
        try {
            return Files.readString(file).strip();
        } catch (IOException unreadable) {
            throw new IllegalArgumentException(
                    "The file with the mail server's password, " + file + ", cannot be read.", unreadable);
        }
    }

    private static MailAddress address(String key, String text) {
        try {
            return MailAddress.of(text);
        } catch (Rejected none) {
            throw new IllegalArgumentException(key + " is an e-mail address such as noreply@example.com.", none);
        }
    }

    private static String publicUrl(String text) {
        if (text.isEmpty()) {
            return null;
        }
        try {
            URI url = new URI(text);
            boolean web = "https".equals(url.getScheme()) || "http".equals(url.getScheme());
            if (web
                    && url.getHost() != null
                    && url.getUserInfo() == null
                    && url.getQuery() == null
                    && url.getFragment() == null) {
                return text.replaceAll("/+$", "");
            }
        } catch (URISyntaxException broken) {
            // said below
        }
        throw new IllegalArgumentException("publicUrl is an address such as https://crm.example.com.");
    }

    private static String name(String key, String text) {
        if (!NAME.matcher(text).matches()) {
            throw new IllegalArgumentException(key + " is the name of a machine.");
        }
        return text;
    }

    private static Duration seconds(String key, int seconds, int most) {
        if (seconds < 1 || seconds > most) {
            throw new IllegalArgumentException(key + " lies between 1 and " + most + '.');
        }
        return Duration.ofSeconds(seconds);
    }

    private static String orNull(String text) {
        return text.isBlank() ? null : text.strip();
    }
}
