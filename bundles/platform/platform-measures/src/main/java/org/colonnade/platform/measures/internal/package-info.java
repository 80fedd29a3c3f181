/** Currencies, exchange rates and units of measure. */
package org.colonnade.platform.measures.internal;
