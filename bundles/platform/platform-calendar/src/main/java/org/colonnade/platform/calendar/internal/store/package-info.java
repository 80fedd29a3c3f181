/** What the record kit cannot ask of the table of calendars. */
package org.colonnade.platform.calendar.internal.store;
