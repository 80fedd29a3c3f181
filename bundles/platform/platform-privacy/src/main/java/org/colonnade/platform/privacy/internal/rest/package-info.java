/** What the administrator reaches of this bundle. */
package org.colonnade.platform.privacy.internal.rest;
