/** What happened to parties: facts for everybody who listens. */
@Export
@Version("1.1.0")
package org.colonnade.crm.api.event;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
