/** The processes that share one database. */
package org.colonnade.platform.shell.internal.nodes;
