/** Guarded calls to places outside. */
package org.colonnade.platform.outbound.internal;
