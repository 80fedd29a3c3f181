/** Mail: what is configured, whether it works, and who may send. */
package org.colonnade.platform.mail.internal;
