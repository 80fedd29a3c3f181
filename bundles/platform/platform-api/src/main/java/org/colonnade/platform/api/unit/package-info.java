/** Units of measure, by the codes of UN/ECE Recommendation 20 and of a company's own, and what a quantity is in another unit, exactly. */
@Export
@Version("1.0.0")
package org.colonnade.platform.api.unit;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
