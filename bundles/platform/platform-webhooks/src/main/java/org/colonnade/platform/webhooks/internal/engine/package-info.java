/** Sends what happened to those who want to hear of it. */
package org.colonnade.platform.webhooks.internal.engine;
