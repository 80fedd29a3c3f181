/** The commands of crm on the console. */
package org.colonnade.crm.internal.shell;
