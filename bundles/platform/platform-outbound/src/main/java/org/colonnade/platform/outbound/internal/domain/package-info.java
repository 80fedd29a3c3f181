/** Which addresses may be called. */
package org.colonnade.platform.outbound.internal.domain;
