/** What sends. */
package org.colonnade.platform.events.kafka.internal.engine;
