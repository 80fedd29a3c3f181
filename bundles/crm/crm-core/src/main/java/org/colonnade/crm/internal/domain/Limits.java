package org.colonnade.crm.internal.domain;

/** How much a party may hold. Lengths are in characters (Unicode code points). */
public final class Limits {

    public static final int NAME = 500;
    public static final int SHORT = 100;
    public static final int LINE = 500;
    public static final int VALUE = 4_000;
    public static final int ADDRESS_PART = 1_000;
    public static final int NOTE = 100_000;
    public static final int IDENTIFIER = 400;

    public static final int CONTACT_POINTS = 200;
    public static final int PURPOSES = 20;
    public static final int TAGS = 100;
    public static final int IDENTIFIERS = 50;
    public static final int NOTES = 500;
    public static final int RELATIONSHIPS = 500;

    private Limits() {}
}
