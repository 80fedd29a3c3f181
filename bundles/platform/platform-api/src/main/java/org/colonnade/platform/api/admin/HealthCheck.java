package org.colonnade.platform.api.admin;

import org.osgi.annotation.versioning.ConsumerType;

/** Looks after one thing that can go wrong in operation. A service; {@code /health/ready} and the doctor ask all of them. */
@ConsumerType
public interface HealthCheck {

    /** What is looked after, in one word or two with a dash: {@code store}, {@code event-lag}. */
    String name();

    /** Looks now; quick, and never throws. */
    Finding check();

    /**
     * What was seen.
     *
     * @param level how bad it is
     * @param sentence what is so, in plain words
     * @param mend what to do about it; empty when all is well
     */
    record Finding(Level level, String sentence, String mend) {

        /** Nothing to do. */
        public static Finding well(String sentence) {
            return new Finding(Level.WELL, sentence, "");
        }

        /** Works, but somebody should mend it. */
        public static Finding warning(String sentence, String mend) {
            return new Finding(Level.WARNING, sentence, mend);
        }

        /** Does not work until somebody mends it. */
        public static Finding failed(String sentence, String mend) {
            return new Finding(Level.FAILED, sentence, mend);
        }
    }

    /** How bad it is. */
    enum Level {
        WELL,
        /** Works, but somebody should know. */
        WARNING,
        /** Does not work; the platform is not ready. */
        FAILED
    }
}
