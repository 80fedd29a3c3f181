/** Currencies of ISO 4217, exchange rates with their dates, and amounts converted exactly. */
@Export
@Version("1.0.0")
package org.colonnade.platform.api.currency;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
