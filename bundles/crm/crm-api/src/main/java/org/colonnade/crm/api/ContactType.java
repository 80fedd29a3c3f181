package org.colonnade.crm.api;

/** By which way a contact point reaches its party. Contact points are kept in this order of types. */
public enum ContactType {
    EMAIL,
    PHONE,
    POSTAL,
    WEB,
    /** An address in a messenger or network, as a URI ({@code xmpp:…}, {@code skype:…}). */
    HANDLE
}
