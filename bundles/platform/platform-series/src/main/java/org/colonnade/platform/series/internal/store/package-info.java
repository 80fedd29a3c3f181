/** The rows of claims, counters and numbers. */
package org.colonnade.platform.series.internal.store;
