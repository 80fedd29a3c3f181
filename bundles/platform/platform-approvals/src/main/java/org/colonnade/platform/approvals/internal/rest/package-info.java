/** Approvals by REST. */
package org.colonnade.platform.approvals.internal.rest;
