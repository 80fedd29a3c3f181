package org.colonnade.platform.store.internal.audit;

import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import org.colonnade.platform.api.audit.Verdict;
import org.colonnade.platform.api.audit.Verdict.Fault;
import org.colonnade.platform.api.audit.Verdict.Wrong;
import org.colonnade.platform.store.internal.audit.Heads.Head;

/** Computes every chain anew, batch by batch, so that neither memory nor a transaction grows with it. */
final class Verification {

    private final Sealer sealer;
    private final AnchorFile file;
    private long rows;
    private long anchored;

    Verification(Sealer sealer, AnchorFile file) {
        this.sealer = sealer;
        this.file = file;
    }

    Verdict run(Connection connection) throws SQLException {
        Wrong wrong = null;
        for (Head head : Heads.all(connection)) {
            wrong = wrong == null ? follow(connection, head) : wrong;
        }
        return new Verdict(wrong == null, rows, Sealer.waitingRows(connection), anchored, wrong);
    }

    private Wrong follow(Connection connection, Head head) throws SQLException {
        try (AnchorLines anchors = file.lines(head.company())) {
            Walk walk = new Walk(connection, head.company(), anchors);
            Wrong wrong = walk.go();
            if (wrong == null) {
                // an erasure that came meanwhile may have left a mark that is not chained yet
                sealer.run();
                wrong = walk.go();
            }
            rows += walk.rows();
            anchored += walk.anchored();
            return wrong == null ? walk.rest() : wrong;
        } catch (IOException unreadable) {
            return new Wrong(
                    head.company(),
                    rows,
                    null,
                    Fault.ANCHOR,
                    unreadable.getMessage() + ": " + file.path().getFileName());
        }
    }
}
