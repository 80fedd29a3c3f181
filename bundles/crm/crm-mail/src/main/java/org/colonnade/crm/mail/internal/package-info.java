/** The confirmations of crm's web forms, by mail. */
package org.colonnade.crm.mail.internal;
