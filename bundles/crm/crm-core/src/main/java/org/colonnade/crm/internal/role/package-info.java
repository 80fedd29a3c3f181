/** What parties are to the company, and when. */
package org.colonnade.crm.internal.role;
