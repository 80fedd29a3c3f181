/** The commands. */
package org.colonnade.platform.webhooks.internal.shell;
