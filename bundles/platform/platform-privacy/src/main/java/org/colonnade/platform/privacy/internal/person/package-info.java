/** One person over all functions: export, erasure, and who must be asked again. */
package org.colonnade.platform.privacy.internal.person;
