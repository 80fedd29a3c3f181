package org.colonnade.platform.mail.internal.smtp;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import org.colonnade.platform.api.mail.MailAddress;
import org.colonnade.platform.api.mail.MailMessage;
import org.colonnade.platform.api.mail.MailResult;
import org.colonnade.platform.mail.internal.Settings;
import org.junit.BeforeClass;
import org.junit.ClassRule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;
import org.subethamail.smtp.auth.EasyAuthenticationHandlerFactory;
import org.subethamail.smtp.auth.LoginFailedException;
import org.subethamail.smtp.server.SMTPServer;

/** Connections with TLS and an account. */
public class ProtectedLineTest {

    @ClassRule
    public static final TemporaryFolder FOLDER = new TemporaryFolder();

    private static Path folder;
    private static Certificate ours;
    private static Certificate others;
    private static Certificate wrongHost;

    @BeforeClass
    public static void certificates() throws Exception {
        folder = FOLDER.getRoot().toPath();
        ours = new Certificate(folder, "localhost");
        others = new Certificate(Files.createDirectory(folder.resolve("others")), "localhost");
        wrongHost = new Certificate(folder, "mail.example.com");
    }

    @Test
    public void starttlsWithAnAccount() throws Exception {
        try (PostOffice office = office(ours)) {
            assertTaken(send(office, ours, "starttls", "seven tall columns"));
            assertEquals(1, office.letters.size());
            Path secret = Files.writeString(folder.resolve("secret"), "seven tall columns\n");
            assertTaken(new Line(
                            Settings.of(
                                    "host",
                                    "localhost",
                                    "port",
                                    office.port(),
                                    "from",
                                    "a@b.example",
                                    "user",
                                    "colonnade",
                                    "password",
                                    "is not asked",
                                    "passwordFile",
                                    secret.toString(),
                                    "certificates",
                                    ours.pem(folder).toString()),
                            Clock.systemUTC())
                    .send(message()));
        }
    }

    @Test
    public void aWrongPasswordIsToldAndMayBeMended() throws Exception {
        try (PostOffice office = office(ours)) {
            MailResult result = send(office, ours, "starttls", "wrong");
            assertLater("mail.server.sign-in", result);
            assertFalse(result.reason(), result.reason().contains("wrong"));
            assertNothingWasSaid(office);
        }
    }

    @Test
    public void aServerThatIsNotTheOneIsToldNothing() throws Exception {
        try (PostOffice untrusted = office(others);
                PostOffice elsewhere = office(wrongHost)) {
            assertLater("mail.server.untrusted", send(untrusted, ours, "starttls", "seven tall columns"));
            assertLater("mail.server.untrusted", send(elsewhere, wrongHost, "starttls", "seven tall columns"));
            assertLater(
                    "mail.server.untrusted",
                    new Line(
                                    Settings.of("host", "localhost", "port", untrusted.port(), "from", "a@b.example"),
                                    Clock.systemUTC())
                            .send(message()));
            assertNothingWasSaid(untrusted);
            assertNothingWasSaid(elsewhere);
        }
    }

    @Test
    public void tlsFromTheFirstByte() throws Exception {
        try (PostOffice office = new PostOffice(
                        SMTPServer.port(0).serverSocketFactory(ours.shown().getServerSocketFactory()));
                PostOffice elsewhere = new PostOffice(
                        SMTPServer.port(0).serverSocketFactory(wrongHost.shown().getServerSocketFactory()))) {
            assertTaken(tls(office, ours).send(message()));
            assertEquals(1, office.letters.size());
            assertLater("mail.server.untrusted", tls(office, others).send(message()));
            assertLater("mail.server.untrusted", tls(elsewhere, wrongHost).send(message()));
            assertNothingWasSaid(elsewhere);
        }
    }

    @Test
    public void withoutTlsNothingIsSaidWhereItIsWanted() throws Exception {
        try (PostOffice office = new PostOffice()) {
            Line line = new Line(
                    Settings.of("host", "127.0.0.1", "port", office.port(), "from", "a@b.example"), Clock.systemUTC());
            assertLater("mail.server.no-tls", line.send(message()));
            line.probe();
            assertEquals("mail.server.no-tls", line.standing().last().code());
            assertNothingWasSaid(office);
        }
    }

    private static PostOffice office(Certificate certificate) throws Exception {
        return new PostOffice(SMTPServer.port(0)
                .startTlsSocketFactory(certificate.shown())
                .requireTLS()
                .requireAuth()
                .authenticationHandlerFactory(new EasyAuthenticationHandlerFactory((user, password, context) -> {
                    if (!user.equals("colonnade") || !password.equals("seven tall columns")) {
                        throw new LoginFailedException();
                    }
                })));
    }

    private static MailResult send(PostOffice office, Certificate trusted, String security, String password)
            throws Exception {
        return new Line(
                        Settings.of(
                                "host",
                                "localhost",
                                "port",
                                office.port(),
                                "security",
                                security,
                                "from",
                                "a@b.example",
                                "user",
                                "colonnade",
                                "password",
                                password,
                                "certificates",
                                trusted.pem(folder).toString()),
                        Clock.systemUTC())
                .send(message());
    }

    private static Line tls(PostOffice office, Certificate trusted) throws Exception {
        return new Line(
                Settings.of(
                        "host",
                        "localhost",
                        "port",
                        office.port(),
                        "security",
                        "tls",
                        "from",
                        "a@b.example",
                        "certificates",
                        trusted.pem(folder).toString()),
                Clock.systemUTC());
    }

    private static MailMessage message() {
        return MailMessage.of(MailAddress.of("malee@siamtea.example"), "Hello", "Hello Malee");
    }

    private static void assertTaken(MailResult result) {
        assertTrue(result.toString(), result.taken());
    }

    private static void assertLater(String code, MailResult result) {
        assertEquals(result.toString(), MailResult.Outcome.LATER, result.outcome());
        assertEquals(result.toString(), code, result.code());
    }

    private static void assertNothingWasSaid(PostOffice office) {
        assertEquals(0, office.steps.size());
    }
}
