/** Schedules over HTTP. */
package org.colonnade.platform.schedules.internal.rest;
