/** Rates and units on the console. */
package org.colonnade.platform.measures.internal.shell;
