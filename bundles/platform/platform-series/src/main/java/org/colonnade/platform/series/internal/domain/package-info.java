/** What a series is and how its numbers read; plain Java. */
package org.colonnade.platform.series.internal.domain;
