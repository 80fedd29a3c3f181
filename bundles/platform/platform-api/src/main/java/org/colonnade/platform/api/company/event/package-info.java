/** What happens to companies. */
@Export
@Version("1.0.0")
package org.colonnade.platform.api.company.event;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
