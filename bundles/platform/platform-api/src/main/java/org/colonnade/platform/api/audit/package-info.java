/** Who changed what, when and from what to what; chained, so that a row that is changed later shows. */
@Export
@Version("1.1.0")
package org.colonnade.platform.api.audit;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
