/** What happens to requests for approval. */
@Export
@Version("1.0.0")
package org.colonnade.platform.api.approval.event;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
