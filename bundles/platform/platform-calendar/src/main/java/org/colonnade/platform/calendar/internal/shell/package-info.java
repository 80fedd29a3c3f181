/** Calendars on the console. */
package org.colonnade.platform.calendar.internal.shell;
