/** vCard 2.1, 3.0 and 4.0, there and back without loss: the only package that knows ez-vcard. */
package org.colonnade.crm.internal.card;
