/** The API beyond the upkeep of subscribers. */
package org.colonnade.platform.webhooks.internal.rest;
