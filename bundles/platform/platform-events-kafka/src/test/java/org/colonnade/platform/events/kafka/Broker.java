package org.colonnade.platform.events.kafka;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.function.Predicate;
import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import kafka.tools.StorageTool;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.utils.Time;

/**
 * A real broker of Apache Kafka in this process, controller and broker in one, with an open listener and one that asks for TLS and a
 * password (SCRAM-SHA-512). It can be stopped and comes back with what it had.
 */
public final class Broker implements AutoCloseable {

    /** Who may sign in. */
    public static final String USER = "colonnade";

    /** Its password. */
    public static final String PASSWORD = "three-loud=herons";

    private static final String STORE_PASSWORD = "changeit";

    private final Path folder;
    private final int open;
    private final int closed;
    private final int controller;
    private KafkaRaftServer server;

    /** @param ports three that are free */
    public Broker(Path folder, int... ports) throws IOException, InterruptedException {
        this.folder = Files.createDirectories(folder);
        this.open = ports[0];
        this.closed = ports[1];
        this.controller = ports[2];
        keys();
        format();
        start();
    }

    /** The address without protection. */
    public String open() {
        return "127.0.0.1:" + open;
    }

    /** The address that asks for TLS and the password. */
    public String closed() {
        return "localhost:" + closed;
    }

    /** The certificate that its own comes from. */
    public Path certificate() {
        return folder.resolve("broker.pem");
    }

    /** Starts it, the first time or again. */
    public void start() {
        server = new KafkaRaftServer(new KafkaConfig(properties()), Time.SYSTEM);
        server.startup();
    }

    /** Nobody answers any more. */
    public void stop() {
        server.shutdown();
        server.awaitShutdown();
    }

    @Override
    public void close() {
        stop();
    }

    /**
     * One message as a reader has it.
     *
     * @param headers by name
     */
    public record Message(int partition, String key, String value, Map<String, String> headers) {

        private static Message of(ConsumerRecord<byte[], byte[]> raw) {
            Map<String, String> headers = new HashMap<>();
            for (Header header : raw.headers()) {
                headers.put(header.key(), text(header.value()));
            }
            return new Message(raw.partition(), text(raw.key()), text(raw.value()), headers);
        }

        private static String text(byte[] bytes) {
            return new String(bytes, StandardCharsets.UTF_8);
        }
    }

    /** Reads a topic from its beginning until what was read is enough; fails after a minute. */
    public List<Message> read(String topic, Predicate<List<Message>> enough) {
        Map<String, Object> properties = new HashMap<>();
        properties.put("bootstrap.servers", open());
        properties.put("group.id", "reader-" + Uuid.randomUuid());
        properties.put("auto.offset.reset", "earliest");
        properties.put("metadata.max.age.ms", "500");
        List<Message> read = new ArrayList<>();
        long end = System.nanoTime() + Duration.ofMinutes(1).toNanos();
        try (KafkaConsumer<byte[], byte[]> consumer =
                new KafkaConsumer<>(properties, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
            consumer.subscribe(List.of(topic));
            while (!enough.test(read)) {
                if (System.nanoTime() > end) {
                    throw new AssertionError("Not enough came within a minute: " + read);
                }
                consumer.poll(Duration.ofMillis(100)).forEach(one -> read.add(Message.of(one)));
            }
        }
        return read;
    }

    private Properties properties() {
        Properties all = new Properties();
        all.put("process.roles", "broker,controller");
        all.put("node.id", "1");
        all.put("controller.quorum.bootstrap.servers", "127.0.0.1:" + controller);
        all.put(
                "listeners",
                "PLAINTEXT://127.0.0.1:" + open + ",SASL_SSL://127.0.0.1:" + closed + ",CONTROLLER://127.0.0.1:"
                        + controller);
        all.put("advertised.listeners", "PLAINTEXT://127.0.0.1:" + open + ",SASL_SSL://localhost:" + closed);
        all.put("listener.security.protocol.map", "PLAINTEXT:PLAINTEXT,SASL_SSL:SASL_SSL,CONTROLLER:PLAINTEXT");
        all.put("controller.listener.names", "CONTROLLER");
        all.put("inter.broker.listener.name", "PLAINTEXT");
        all.put("sasl.enabled.mechanisms", "SCRAM-SHA-512");
        all.put(
                "listener.name.sasl_ssl.scram-sha-512.sasl.jaas.config",
                "org.apache.kafka.common.security.scram.ScramLoginModule required;");
        all.put("ssl.keystore.location", folder.resolve("broker.p12").toString());
        all.put("ssl.keystore.type", "PKCS12");
        all.put("ssl.keystore.password", STORE_PASSWORD);
        all.put("ssl.key.password", STORE_PASSWORD);
        all.put("log.dirs", folder.resolve("data").toString());
        all.put("num.partitions", "3");
        all.put("offsets.topic.replication.factor", "1");
        all.put("offsets.topic.num.partitions", "1");
        all.put("group.initial.rebalance.delay.ms", "0");
        all.put("num.network.threads", "2");
        all.put("num.io.threads", "2");
        all.put("log.cleaner.enable", "false");
        all.put("auto.create.topics.enable", "true");
        return all;
    }

    private void format() throws IOException {
        Path file = folder.resolve("server.properties");
        try (var out = Files.newBufferedWriter(file, StandardCharsets.UTF_8)) {
            properties().store(out, null);
        }
        ByteArrayOutputStream said = new ByteArrayOutputStream();
        String user = "SCRAM-SHA-512=[name=" + USER + ",password=" + PASSWORD + "]";
        int status = StorageTool.execute(
                new String[] {
                    "format",
                    "-t",
                    Uuid.randomUuid().toString(),
                    "-c",
                    file.toString(),
                    "--standalone",
                    "--add-scram",
                    user
                },
                new PrintStream(said, true, StandardCharsets.UTF_8));
        if (status != 0) {
            throw new IOException("The broker's folder cannot be made: " + said.toString(StandardCharsets.UTF_8));
        }
    }

    /** A certificate of its own for localhost, by the tool of the JDK. */
    private void keys() throws IOException, InterruptedException {
        String store = folder.resolve("broker.p12").toString();
        keytool(
                "-genkeypair",
                "-alias",
                "broker",
                "-keyalg",
                "EC",
                "-dname",
                "CN=localhost",
                "-ext",
                "san=dns:localhost",
                "-validity",
                "3650",
                "-keystore",
                store,
                "-storetype",
                "PKCS12",
                "-storepass",
                STORE_PASSWORD);
        keytool(
                "-exportcert",
                "-rfc",
                "-alias",
                "broker",
                "-keystore",
                store,
                "-storepass",
                STORE_PASSWORD,
                "-file",
                certificate().toString());
    }

    private static void keytool(String... words) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString()));
        command.addAll(List.of(words));
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (process.waitFor() != 0) {
            throw new IOException("keytool: " + said);
        }
    }
}
