/** Personal data and invariants over all functions; nothing here is visible outside. */
package org.colonnade.platform.privacy.internal;
