package org.colonnade.platform.events.kafka.internal;

import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.AttributeType;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;
import org.osgi.service.metatype.annotations.Option;

/** Every key of {@code etc/org.colonnade.events.kafka.cfg}. Without brokers nothing is published. */
@ObjectClassDefinition(
        id = KafkaConfig.PID,
        name = "Colonnade: events to Kafka",
        description = "The brokers to which the log of events is published. A change holds at once.")
public @interface KafkaConfig {

    /** The configuration's pid. */
    String PID = "org.colonnade.events.kafka";

    @AttributeDefinition(
            description = "Brokers to begin with, such as kafka-1.example.com:9093, kafka-2.example.com:9093. Empty:"
                    + " nothing is published.")
    String brokers() default "";

    @AttributeDefinition(description = "The topic. It has to be there, unless the brokers make topics by themselves.")
    String topic() default "colonnade.events";

    @AttributeDefinition(description = "Which events, such as crm.party.*, crm.lead.created; empty: all of them.")
    String events() default "";

    @AttributeDefinition(
            description =
                    "How the connection is protected: tls, or none (only for brokers on this machine or in a network of their own).",
            options = {@Option("tls"), @Option("none")})
    String security() default "tls";

    @AttributeDefinition(description = "The user; empty where the brokers ask for none.")
    String user() default "";

    @AttributeDefinition(
            type = AttributeType.PASSWORD,
            description = "Its password; better named by passwordFile or ${env:NAME}.")
    String password() default "";

    @AttributeDefinition(description = "A file that holds the password alone; it goes before password.")
    String passwordFile() default "";

    @AttributeDefinition(
            description = "How the password is proved: SCRAM-SHA-512, SCRAM-SHA-256 or PLAIN.",
            options = {@Option("SCRAM-SHA-512"), @Option("SCRAM-SHA-256"), @Option("PLAIN")})
    String mechanism() default "SCRAM-SHA-512";

    @AttributeDefinition(
            description =
                    "A PEM file with the certificates that the brokers' must come from, instead of those that Java trusts.")
    String certificates() default "";

    @AttributeDefinition(
            description =
                    "A PEM file with the private key and the certificates by which brokers know the platform (mutual TLS).")
    String key() default "";

    @AttributeDefinition(
            description = "What stands before the company's code in the source of each event, a URI reference.")
    String source() default "/colonnade";
}
