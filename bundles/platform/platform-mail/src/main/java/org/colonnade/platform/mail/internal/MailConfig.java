package org.colonnade.platform.mail.internal;

import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.AttributeType;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;
import org.osgi.service.metatype.annotations.Option;

/** What an administrator may set; the file is {@code etc/org.colonnade.mail.cfg}. Without a host nothing is sent. */
@ObjectClassDefinition(
        id = MailConfig.PID,
        name = "Colonnade mail",
        description = "The company's mail server, by which the platform sends. A change counts at once.")
public @interface MailConfig {

    /** The configuration's name. */
    String PID = "org.colonnade.mail";

    @AttributeDefinition(description = "The name of the mail server (SMTP). Empty: nothing is sent.")
    String host() default "";

    @AttributeDefinition(
            min = "0",
            max = "65535",
            description = "Its port; 0 takes 587 with starttls, 465 with tls and 25 with none.")
    int port() default 0;

    @AttributeDefinition(
            description =
                    "How the connection is protected: starttls (begins in the clear and does not go on without TLS), tls (from the first byte),"
                            + " none (only for a server on this machine or in a network of its own).",
            options = {@Option("starttls"), @Option("tls"), @Option("none")})
    String security() default "starttls";

    @AttributeDefinition(description = "The account at the server; empty where it asks for none.")
    String user() default "";

    @AttributeDefinition(
            type = AttributeType.PASSWORD,
            description = "Its password; better named by passwordFile or ${env:NAME}.")
    String password() default "";

    @AttributeDefinition(description = "A file that holds the password alone; it goes before password.")
    String passwordFile() default "";

    @AttributeDefinition(
            description =
                    "A PEM file with the certificates that the server's must come from, instead of those that Java trusts; for a"
                            + " company with an authority of its own.")
    String certificates() default "";

    @AttributeDefinition(
            description = "Who writes: noreply@example.com, or Example Ltd <noreply@example.com>. Needed with a host.")
    String from() default "";

    @AttributeDefinition(description = "Where answers go; empty: to the sender.")
    String replyTo() default "";

    @AttributeDefinition(
            description =
                    "The address under which people outside reach the platform, such as https://crm.example.com; links in mail begin"
                            + " with it. Without it mail with links to the platform is not sent.")
    String publicUrl() default "";

    @AttributeDefinition(
            description =
                    "How the platform names itself to the server (EHLO), such as crm.example.com; empty: this machine's name.")
    String helloName() default "";

    @AttributeDefinition(min = "1", max = "60", description = "How many seconds the server has to take the connection.")
    int connectSeconds() default 5;

    @AttributeDefinition(min = "1", max = "300", description = "How many seconds the server has for each answer.")
    int answerSeconds() default 20;
}
