/** Where it has got to. */
package org.colonnade.platform.events.kafka.internal.store;
