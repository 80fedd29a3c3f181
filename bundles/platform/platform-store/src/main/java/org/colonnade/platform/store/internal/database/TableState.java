package org.colonnade.platform.store.internal.database;

/**
 * A table as the database has it.
 *
 * @param name in small letters
 * @param company whether it has the column that says whose a row is
 * @param shared whether it says that its rows belong to the whole installation
 * @param walled whether the database itself keeps the companies in it apart, if it can
 */
public record TableState(String name, boolean company, boolean shared, boolean walled) {}
