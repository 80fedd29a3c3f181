/** What happened to records whose upkeep the platform does. */
@Export
@Version("1.0.0")
package org.colonnade.platform.api.record.event;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
