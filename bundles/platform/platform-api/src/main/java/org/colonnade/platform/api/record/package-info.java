/** What a function declares about its records, and what it gets for it: the upkeep of records is written once, in the platform. */
@Export
@Version("1.3.0")
package org.colonnade.platform.api.record;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
