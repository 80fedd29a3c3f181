/** How it fares, over HTTP. */
package org.colonnade.platform.events.kafka.internal.rest;
