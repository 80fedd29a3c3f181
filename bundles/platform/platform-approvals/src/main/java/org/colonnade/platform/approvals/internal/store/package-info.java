/** The rows of requests, makers, decisions and delegations. */
package org.colonnade.platform.approvals.internal.store;
