/** iCalendar, in and out. */
package org.colonnade.platform.dossier.internal.calendar;
