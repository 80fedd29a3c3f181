/** Work that comes by itself at planned instants: what functions offer, and how schedules stand. */
@Export
@Version("1.0.0")
package org.colonnade.platform.api.schedule;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
