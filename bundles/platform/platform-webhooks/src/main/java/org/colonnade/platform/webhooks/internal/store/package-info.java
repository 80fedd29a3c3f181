/** The tables. */
package org.colonnade.platform.webhooks.internal.store;
