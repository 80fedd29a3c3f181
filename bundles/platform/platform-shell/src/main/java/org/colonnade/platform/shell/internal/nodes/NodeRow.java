package org.colonnade.platform.shell.internal.nodes;

import java.util.Set;

/**
 * A process that shares the database.
 *
 * @param id of the process
 * @param address where it answers, host and port
 * @param build which build of the distribution it runs
 * @param functions the functions that answer there
 */
record NodeRow(String id, String address, String build, Set<String> functions) {}
