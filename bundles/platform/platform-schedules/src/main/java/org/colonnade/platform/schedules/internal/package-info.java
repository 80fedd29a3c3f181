/** Schedules: records of when which job comes, and what fires them. */
package org.colonnade.platform.schedules.internal;
