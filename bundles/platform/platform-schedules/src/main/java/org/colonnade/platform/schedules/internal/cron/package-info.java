/** Cron expressions as people write them. */
package org.colonnade.platform.schedules.internal.cron;
