/** What webhooks are, in plain Java. */
package org.colonnade.platform.webhooks.internal.domain;
