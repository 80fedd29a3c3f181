package org.colonnade.platform.api.store;

import java.util.List;
import org.colonnade.platform.api.Caller;

/** Transactions in no single company. */
final class EveryCompany implements Tx {

    private final Tx tx;

    EveryCompany(Tx tx) {
        this.tx = tx;
    }

    @Override
    public <T> T read(Body<T> body) {
        try (Caller.Binding bound = everywhereCaller()) {
            return tx.read(body);
        }
    }

    @Override
    public <T> T write(Body<T> body) {
        try (Caller.Binding bound = everywhereCaller()) {
            return tx.write(body);
        }
    }

    @Override
    public void afterCommit(Runnable step) {
        tx.afterCommit(step);
    }

    @Override
    public Tx everywhere() {
        return this;
    }

    @Override
    public void inEachCompany(Runnable work) {
        tx.inEachCompany(work);
    }

    @Override
    public Growth growth(List<String> tables) {
        return tx.growth(tables);
    }

    private static Caller.Binding everywhereCaller() {
        return Caller.current().in(Caller.EVERY_COMPANY).bind();
    }
}
