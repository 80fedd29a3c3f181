package org.colonnade.platform.events.kafka.internal;

import java.util.List;
import org.colonnade.platform.api.admin.HealthCheck;
import org.colonnade.platform.api.problem.Problem;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Says whether events reach Kafka. */
@Component
public final class KafkaHealth implements HealthCheck {

    private static final String FILE = "etc/org.colonnade.events.kafka.cfg";

    private final Publishing publishing;

    @Activate
    public KafkaHealth(@Reference Publishing publishing) {
        this.publishing = publishing;
    }

    @Override
    public String name() {
        return "events-kafka";
    }

    @Override
    public Finding check() {
        try {
            return check(publishing.fare());
        } catch (Problem away) {
            return Finding.warning(
                    "Whether events reach Kafka cannot be seen: the store does not answer.", "See the check 'store'.");
        }
    }

    private static Finding check(Publishing.Fare fare) {
        if (fare.fault() != null) {
            return Finding.warning("Events are not published to Kafka: " + fare.fault(), "Mend " + FILE + '.');
        }
        if (fare.brokers().isEmpty()) {
            return Finding.warning(
                    "Events are not published to Kafka: no brokers are named.",
                    "Set brokers in " + FILE + ", or remove the function events-kafka. Nothing is lost meanwhile.");
        }
        List<Publishing.Standing> failing = fare.companies().stream()
                .filter(standing -> standing.failuresInRow() > 0)
                .toList();
        return failing.isEmpty()
                ? Finding.well("Events reach the topic " + fare.topic() + '.')
                : Finding.warning(
                        "Events wait for Kafka since " + failing.get(0).failingSince() + ": "
                                + failing.get(0).failure(),
                        "Mend the broker or " + FILE
                                + "; colonnade:events-kafka --resume tries again at once. Nothing is lost meanwhile.");
    }
}
