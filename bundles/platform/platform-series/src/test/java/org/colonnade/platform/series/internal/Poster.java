package org.colonnade.platform.series.internal;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.colonnade.testkit.TestDatabase;

/** A process that posts until it is killed, and says each number that it was given. */
public final class Poster {

    private static final int THREADS = 16;

    private Poster() {}

    /** @param arguments the database's URL */
    public static void main(String[] arguments) {
        Office office = new Office(TestDatabase.at(arguments[0]));
        ExecutorService threads = Executors.newFixedThreadPool(THREADS);
        for (int i = 0; i < THREADS; i++) {
            threads.execute(() -> {
                while (true) {
                    String number = office.post(Office.DAY);
                    synchronized (Poster.class) {
                        System.out.println(number);
                    }
                }
            });
        }
    }
}
