/** What became of planned instants. */
@Export
@Version("1.0.0")
package org.colonnade.platform.api.schedule.event;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
