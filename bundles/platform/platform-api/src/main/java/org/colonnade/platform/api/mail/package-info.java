/** Mail that the platform sends: messages, and what became of them. */
@Export
@Version("1.0.0")
package org.colonnade.platform.api.mail;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
