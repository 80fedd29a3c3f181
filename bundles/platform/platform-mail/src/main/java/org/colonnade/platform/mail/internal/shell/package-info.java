/** The commands of mail on the console. */
package org.colonnade.platform.mail.internal.shell;
