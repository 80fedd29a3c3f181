/** Approvals: rules, requests, decisions and delegations. */
package org.colonnade.platform.approvals.internal;
