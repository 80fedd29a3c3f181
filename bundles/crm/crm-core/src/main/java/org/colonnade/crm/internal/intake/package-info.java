/** How files of contacts become parties: chunk by chunk, one transaction each. */
package org.colonnade.crm.internal.intake;
