/** When schedules come, and what becomes of what was missed: plain rules. */
package org.colonnade.platform.schedules.internal.domain;
