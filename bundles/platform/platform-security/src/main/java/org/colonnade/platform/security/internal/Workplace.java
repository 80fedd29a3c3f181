package org.colonnade.platform.security.internal;

/**
 * A company in which somebody can work.
 *
 * @param code what the header {@code Colonnade-Company} calls it
 * @param name the legal name
 * @param own whether requests that name no company work there
 */
public record Workplace(String code, String name, boolean own) {}
