/** The rules behind {@link org.colonnade.testkit.ModuleContract}: each looks at one thing and answers with the faults that it found. */
package org.colonnade.testkit.contract;
