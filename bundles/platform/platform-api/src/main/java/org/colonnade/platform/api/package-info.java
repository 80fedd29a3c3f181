/** The words that every function speaks: references, money, quantities, pages, actors, modules. */
@Export
@Version("1.3.0")
package org.colonnade.platform.api;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
