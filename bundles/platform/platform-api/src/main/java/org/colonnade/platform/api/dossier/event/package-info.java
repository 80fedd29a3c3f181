/** What happened to activities and to the custom fields of records. */
@Export
@Version("1.1.0")
package org.colonnade.platform.api.dossier.event;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
