package org.colonnade.platform.events.kafka.internal;

import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Modified;
import org.osgi.service.metatype.annotations.Designate;

/** The configuration as it is now; whoever needs it asks each time, so a change holds at once and restarts nothing. */
@Component(service = KafkaSettings.class, configurationPid = KafkaConfig.PID)
@Designate(ocd = KafkaConfig.class)
public final class KafkaSettings {

    private volatile State state;

    @Activate
    public KafkaSettings(KafkaConfig config) {
        change(config);
    }

    /** With this place. */
    public KafkaSettings(Place place) {
        change(place);
    }

    @Modified
    void change(KafkaConfig config) {
        try {
            state = new State(config.brokers().isBlank() ? null : Place.of(config), null);
        } catch (IllegalArgumentException wrong) {
            state = new State(null, wrong.getMessage());
        }
    }

    /** From now on this place. */
    public void change(Place place) {
        state = new State(place, null);
    }

    /** Where events go; null if that is not said, or not rightly. */
    public Place place() {
        return state.place();
    }

    /** What is wrong with the configuration, as a sentence, or null. */
    public String fault() {
        return state.fault();
    }

    private record State(Place place, String fault) {}
}
