package org.colonnade.platform.events.kafka.internal.engine;

import org.apache.kafka.common.errors.AuthorizationException;
import org.apache.kafka.common.errors.InvalidTopicException;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.apache.kafka.common.errors.SaslAuthenticationException;
import org.apache.kafka.common.errors.SslAuthenticationException;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;
import org.colonnade.platform.events.kafka.internal.Place;

/** Why events are not taken, in the words of whoever can mend it. */
final class Reasons {

    private static final int MOST = 300;

    private Reasons() {}

    static String of(Throwable failure, Place place) {
        String sentence = sentence(failure, place);
        return sentence.length() > MOST ? sentence.substring(0, MOST) : sentence;
    }

    private static String sentence(Throwable failure, Place place) {
        if (failure instanceof SaslAuthenticationException) {
            return "The brokers refuse the user or its password.";
        }
        if (failure instanceof SslAuthenticationException) {
            return "TLS with the brokers fails: their certificate is not trusted, is for another name, or they want a key of ours.";
        }
        if (failure instanceof AuthorizationException) {
            return "The user may not write to the topic " + place.topic() + '.';
        }
        if (failure instanceof RecordTooLargeException) {
            return "An event is larger than the topic takes: raise its max.message.bytes.";
        }
        if (failure instanceof UnknownTopicOrPartitionException || failure instanceof InvalidTopicException) {
            return "The topic " + place.topic() + " is not there.";
        }
        if (failure instanceof TimeoutException) {
            return "No broker took it in time: " + String.join(", ", place.brokers())
                    + " cannot be reached, or the topic " + place.topic() + " is not there.";
        }
        Throwable cause = failure.getCause() == null ? failure : failure.getCause();
        return cause.getClass().getSimpleName() + ": " + cause.getMessage();
    }
}
