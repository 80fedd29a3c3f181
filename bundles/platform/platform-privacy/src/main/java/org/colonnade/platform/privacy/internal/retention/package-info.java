/** Records whose time is over. */
package org.colonnade.platform.privacy.internal.retention;
