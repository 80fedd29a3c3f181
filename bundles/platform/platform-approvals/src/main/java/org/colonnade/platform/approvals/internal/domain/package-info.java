/** Who may approve what, and why not; plain Java. */
package org.colonnade.platform.approvals.internal.domain;
