/** Series on the console. */
package org.colonnade.platform.series.internal.shell;
