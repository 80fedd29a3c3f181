/** Business calendars. */
package org.colonnade.platform.calendar.internal;
