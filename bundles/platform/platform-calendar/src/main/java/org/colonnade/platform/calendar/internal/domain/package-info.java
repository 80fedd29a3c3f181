/** What working time is: plain Java. */
package org.colonnade.platform.calendar.internal.domain;
