/** What a REST resource declares to the platform: who may call it, an example, and the version it expects. */
@Export
@Version("1.3.0")
package org.colonnade.platform.api.web;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
