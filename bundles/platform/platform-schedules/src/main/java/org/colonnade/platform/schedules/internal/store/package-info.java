/** Schedules and firings in tables. */
package org.colonnade.platform.schedules.internal.store;
