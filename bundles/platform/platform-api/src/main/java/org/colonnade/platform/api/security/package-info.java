/** Who is calling: identity by token, and the accounts, roles and secrets that stand behind it. */
@Export
@Version("1.4.0")
package org.colonnade.platform.api.security;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
