/** Legal numbers: per series and period exactly 1..n, in the order of the commits, whoever posts meanwhile. */
@Export
@Version("1.0.0")
package org.colonnade.platform.api.series;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
