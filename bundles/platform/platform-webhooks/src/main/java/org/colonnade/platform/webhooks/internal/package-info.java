/** Webhooks: events for receivers outside. */
package org.colonnade.platform.webhooks.internal;
