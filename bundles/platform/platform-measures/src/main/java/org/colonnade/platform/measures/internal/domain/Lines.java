package org.colonnade.platform.measures.internal.domain;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Reads the tables that come with the bundle: fields between tabs, remarks behind {@code #}. */
final class Lines {

    private Lines() {}

    /** The rows of a table. */
    static List<String[]> of(String name) {
        try (InputStream file = Lines.class.getResourceAsStream("/measures/" + name);
                BufferedReader reader = new BufferedReader(new InputStreamReader(file, StandardCharsets.UTF_8))) {
            return reader.lines()
                    .filter(line -> !line.startsWith("#"))
                    .map(line -> line.split("\t", -1))
                    .toList();
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }
}
