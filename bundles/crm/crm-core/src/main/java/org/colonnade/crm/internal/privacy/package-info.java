/** What crm knows about a person, how it forgets one, and how long it keeps one. */
package org.colonnade.crm.internal.privacy;
