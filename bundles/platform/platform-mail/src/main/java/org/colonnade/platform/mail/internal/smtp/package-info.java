/** The conversation with the mail server. */
package org.colonnade.platform.mail.internal.smtp;
