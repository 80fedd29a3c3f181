/** Rates and a unit of the demo company. */
package org.colonnade.platform.measures.internal.demo;
