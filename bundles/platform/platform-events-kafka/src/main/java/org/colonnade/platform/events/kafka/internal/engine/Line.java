package org.colonnade.platform.events.kafka.internal.engine;

import java.security.Provider;
import java.security.Security;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.function.Supplier;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.config.SaslConfigs;
import org.apache.kafka.common.config.SslConfigs;
import org.apache.kafka.common.security.scram.internals.ScramSaslClientProvider;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.colonnade.platform.api.event.EventLog.Entry;
import org.colonnade.platform.events.kafka.internal.Place;

/** An open line to the brokers. The client looks for its classes by the thread's class loader, so that is ours wherever it is called. */
final class Line implements AutoCloseable {

    private static final int BLOCK_MILLIS = 5_000;
    private static final int REQUEST_MILLIS = 8_000;
    private static final int DELIVERY_MILLIS = 15_000;
    private static final int BATCH = 256 << 10;
    private static final int LARGEST = 16 << 20;

    private final Place place;
    private final KafkaProducer<byte[], byte[]> producer;

    /** @throws KafkaException if no broker's name is known, or a file cannot be used */
    Line(Place place) {
        this.place = place;
        // the client makes it known once in the life of its classes, which may be longer than that of a component
        ScramSaslClientProvider.initialize();
        this.producer = ours(
                () -> new KafkaProducer<>(properties(place), new ByteArraySerializer(), new ByteArraySerializer()));
    }

    Place place() {
        return place;
    }

    /**
     * Sends the events and waits until all in-sync replicas have them.
     *
     * @return how many of them, from the first, have been acknowledged, and why the next one has not
     */
    Sent send(String company, List<Entry> events) throws InterruptedException {
        List<Future<?>> sent = new ArrayList<>(events.size());
        Exception refused = ours(() -> hand(company, events, sent));
        int acknowledged = 0;
        try {
            for (Future<?> one : sent) {
                one.get();
                acknowledged++;
            }
        } catch (ExecutionException failure) {
            return new Sent(acknowledged, failure.getCause());
        }
        return new Sent(acknowledged, refused);
    }

    /** Stops at the first that the client does not even take. */
    private Exception hand(String company, List<Entry> events, List<Future<?>> sent) {
        try {
            for (Entry event : events) {
                ProducerRecord<byte[], byte[]> message = CloudEvents.message(place, company, event);
                Future<?> future = producer.send(message);
                sent.add(future);
                if (sent.size() == 1 && failed(future)) {
                    // no broker answered, and each of the others would wait as long
                    return null;
                }
            }
            return null;
        } catch (KafkaException refused) {
            return refused;
        }
    }

    private static boolean failed(Future<?> one) {
        try {
            return one.isDone() && one.get() == null;
        } catch (ExecutionException failure) {
            return true;
        } catch (InterruptedException hurry) {
            Thread.currentThread().interrupt();
            return true;
        }
    }

    /** @param failure null if all were */
    record Sent(int acknowledged, Throwable failure) {}

    @Override
    public void close() {
        ours(() -> {
            producer.close(Duration.ZERO);
            return null;
        });
    }

    /** The client's way to sign in stays with Java when the bundle goes; a later one of it would be given classes of the old. */
    static void forget() {
        for (Provider provider : Security.getProviders()) {
            if (provider instanceof ScramSaslClientProvider) {
                Security.removeProvider(provider.getName());
            }
        }
    }

    private static <T> T ours(Supplier<T> work) {
        Thread thread = Thread.currentThread();
        ClassLoader before = thread.getContextClassLoader();
        thread.setContextClassLoader(Line.class.getClassLoader());
        try {
            return work.get();
        } finally {
            thread.setContextClassLoader(before);
        }
    }

    private static Map<String, Object> properties(Place place) {
        Map<String, Object> all = new HashMap<>();
        all.put(ProducerConfig.BOOTSTRAP_SERVERS_CONFIG, place.brokers());
        all.put(ProducerConfig.CLIENT_ID_CONFIG, "colonnade");
        all.put(ProducerConfig.ACKS_CONFIG, "all");
        all.put(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true);
        // one after the other: with more, what follows a request that failed can overtake it
        all.put(ProducerConfig.MAX_IN_FLIGHT_REQUESTS_PER_CONNECTION, 1);
        all.put(ProducerConfig.BATCH_SIZE_CONFIG, BATCH);
        all.put(ProducerConfig.COMPRESSION_TYPE_CONFIG, "gzip");
        all.put(ProducerConfig.LINGER_MS_CONFIG, 5);
        all.put(ProducerConfig.MAX_REQUEST_SIZE_CONFIG, LARGEST);
        all.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, BLOCK_MILLIS);
        all.put(ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG, REQUEST_MILLIS);
        all.put(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, DELIVERY_MILLIS);
        all.put(ProducerConfig.METRIC_REPORTER_CLASSES_CONFIG, "");
        all.put(ProducerConfig.ENABLE_METRICS_PUSH_CONFIG, false);
        all.put("security.protocol", (place.login() == null ? "" : "SASL_") + (place.tls() ? "SSL" : "PLAINTEXT"));
        if (place.certificates() != null) {
            all.put(SslConfigs.SSL_TRUSTSTORE_TYPE_CONFIG, "PEM");
            all.put(
                    SslConfigs.SSL_TRUSTSTORE_LOCATION_CONFIG,
                    place.certificates().toString());
        }
        if (place.key() != null) {
            all.put(SslConfigs.SSL_KEYSTORE_TYPE_CONFIG, "PEM");
            all.put(SslConfigs.SSL_KEYSTORE_LOCATION_CONFIG, place.key().toString());
        }
        if (place.login() != null) {
            all.put(SaslConfigs.SASL_MECHANISM, place.login().mechanism());
            all.put(SaslConfigs.SASL_JAAS_CONFIG, jaas(place.login()));
        }
        return all;
    }

    private static String jaas(Place.Login login) {
        String module = login.mechanism().equals("PLAIN") ? "plain.PlainLoginModule" : "scram.ScramLoginModule";
        return "org.apache.kafka.common.security." + module + " required username=\"" + quoted(login.user())
                + "\" password=\"" + quoted(login.password()) + "\";";
    }

    private static String quoted(String text) {
        return text.replace("\\", "\\\\").replace("\"", "\\\"");
    }
}
