/** Rates and units where they lie. */
package org.colonnade.platform.measures.internal.store;
