package org.colonnade.benchmarks;

import java.util.function.Supplier;

/**
 * One who is measured.
 *
 * @param name how the table calls it
 * @param processes itself and its database
 * @param load what it is asked
 */
record Side(String name, Processes processes, Load load) {

    static Side of(String name, Server server, Supplier<byte[]> requests) {
        return new Side(name, server.processes(), new Load(requests, server.port()));
    }
}
