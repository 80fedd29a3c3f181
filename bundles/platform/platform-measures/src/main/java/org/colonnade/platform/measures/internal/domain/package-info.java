/** Rules of rates and units, in plain Java. */
package org.colonnade.platform.measures.internal.domain;
