/** The commands. */
package org.colonnade.platform.events.kafka.internal.shell;
