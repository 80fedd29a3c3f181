/** Parties as a declared kind of record: what they look like, how they are checked and where they lie. */
package org.colonnade.crm.internal.party;
