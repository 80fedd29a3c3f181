/** Whether two parties are the same: what is compared, which are compared at all, and what it proves. */
package org.colonnade.crm.internal.domain.match;
