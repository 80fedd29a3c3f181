/** What is measured of the running platform, for those who watch it. */
@Export
@Version("1.0.0")
package org.colonnade.platform.api.metric;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
