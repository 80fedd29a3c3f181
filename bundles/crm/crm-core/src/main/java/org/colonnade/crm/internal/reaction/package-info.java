/** What crm does when something happened. */
package org.colonnade.crm.internal.reaction;
