package org.colonnade.platform.measures.internal.domain;

/**
 * What a caller says of a unit of the company's own.
 *
 * @param code {@code Z}, a letter, and a letter or digit: codes that the standard does not use
 * @param name what people call it, in English
 * @param thaiName the same in Thai
 * @param symbol how it is written
 * @param of the unit of the standard that it is made of, by its code
 * @param factor of how many: a decimal number or a fraction such as {@code 5/9}
 */
public record OwnUnitDraft(String code, String name, String thaiName, String symbol, String of, String factor) {}
