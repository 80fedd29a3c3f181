/** Public holidays, by the rules of a library that is embedded here. */
package org.colonnade.platform.calendar.internal.holiday;
