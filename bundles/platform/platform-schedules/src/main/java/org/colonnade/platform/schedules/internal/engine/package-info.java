/** Fires what is due. */
package org.colonnade.platform.schedules.internal.engine;
