package org.colonnade.platform.mail.internal.smtp;

import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.util.Properties;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.subethamail.smtp.MessageContext;
import org.subethamail.smtp.MessageHandler;
import org.subethamail.smtp.RejectException;
import org.subethamail.smtp.server.SMTPServer;

/** A mail server in this process that speaks SMTP on a port of the loopback address, and refuses what a test wants refused. */
final class PostOffice implements AutoCloseable {

    /** What it says no to: the step of the conversation. */
    enum Step {
        FROM,
        RECIPIENT,
        DATA
    }

    final Queue<byte[]> letters = new ConcurrentLinkedQueue<>();
    final Queue<String> steps = new ConcurrentLinkedQueue<>();
    private final SMTPServer server;
    private volatile Step refusing;
    private volatile String refused = "";
    private volatile int code;

    PostOffice() {
        this(SMTPServer.port(0));
    }

    PostOffice(SMTPServer.Builder builder) {
        server = builder.bindAddress(InetAddress.getLoopbackAddress())
                .messageHandlerFactory(Conversation::new)
                .build();
        server.start();
    }

    int port() {
        return server.getPortAllocated();
    }

    /** From now on it refuses a step, where that names the text. */
    void refuse(Step step, int with, String naming) {
        code = with;
        refused = naming;
        refusing = step;
    }

    /** The next message that has arrived. */
    MimeMessage letter() throws MessagingException {
        return new MimeMessage(Session.getInstance(new Properties()), new ByteArrayInputStream(letters.remove()));
    }

    @Override
    public void close() {
        server.stop();
    }

    private void step(Step step, String text) throws RejectException {
        steps.add(step + " " + text);
        if (step == refusing && text.contains(refused)) {
            throw new RejectException(code, code / 100 + ".1.1 no, not for " + text);
        }
    }

    private final class Conversation implements MessageHandler {

        Conversation(MessageContext context) {}

        @Override
        public void from(String from) throws RejectException {
            step(Step.FROM, from);
        }

        @Override
        public void recipient(String recipient) throws RejectException {
            step(Step.RECIPIENT, recipient);
        }

        @Override
        public String data(InputStream data) throws RejectException, IOException {
            byte[] letter = data.readAllBytes();
            step(Step.DATA, "");
            letters.add(letter);
            return null;
        }

        @Override
        public void done() {
            // the conversation is over
        }
    }
}
