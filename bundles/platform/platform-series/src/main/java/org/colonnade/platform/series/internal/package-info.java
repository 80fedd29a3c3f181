/** Number series: their upkeep, and the numbers that functions ask for. */
package org.colonnade.platform.series.internal;
