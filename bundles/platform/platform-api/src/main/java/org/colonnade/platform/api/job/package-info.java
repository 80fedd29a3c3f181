/** Work that takes longer than a request: its progress is kept in the database, so it goes on after a restart, here or on another node. */
@Export
@Version("1.0.0")
package org.colonnade.platform.api.job;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
