/** When somebody works: business calendars with windows, zones, holidays and closures, and what time means in them. */
@Export
@Version("1.0.0")
package org.colonnade.platform.api.calendar;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
