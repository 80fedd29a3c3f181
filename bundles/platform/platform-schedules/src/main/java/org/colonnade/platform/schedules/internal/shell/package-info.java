/** Schedules on the console. */
package org.colonnade.platform.schedules.internal.shell;
