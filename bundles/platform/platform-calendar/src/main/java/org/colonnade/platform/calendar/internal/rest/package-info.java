/** Calendars over HTTP. */
package org.colonnade.platform.calendar.internal.rest;
