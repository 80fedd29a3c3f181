/** The tables of this bundle, in plain SQL. */
package org.colonnade.platform.privacy.internal.store;
