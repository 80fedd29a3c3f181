/** Publishes the log of events to Apache Kafka. */
package org.colonnade.platform.events.kafka.internal;
