/** Tables in files, read and written row by row: CSV and XLSX. */
@Export
@Version("1.1.0")
package org.colonnade.platform.api.sheet;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
