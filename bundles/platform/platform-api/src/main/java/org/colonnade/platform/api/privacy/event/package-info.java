/** What happened to the data of persons. None of it holds personal data. */
@Export
@Version("1.0.0")
package org.colonnade.platform.api.privacy.event;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
