/** The contract of timelines: what happened to a party in all functions that are installed. */
@Export
@Version("1.0.0")
package org.colonnade.crm.api.timeline;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
