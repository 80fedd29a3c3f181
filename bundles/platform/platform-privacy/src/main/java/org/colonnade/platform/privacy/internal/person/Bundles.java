package org.colonnade.platform.privacy.internal.person;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.colonnade.platform.api.problem.Conflict;
import org.colonnade.platform.api.problem.NotFound;
import org.colonnade.platform.api.store.Tx;
import org.colonnade.platform.privacy.internal.CaseState;
import org.colonnade.platform.privacy.internal.FunctionAnswer;
import org.colonnade.platform.privacy.internal.Json;
import org.colonnade.platform.privacy.internal.PersonCase;
import org.colonnade.platform.privacy.internal.store.PartStore;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Puts the functions' parts of an export together into one ZIP, a piece at a time. */
@Component(service = Bundles.class)
public final class Bundles {

    private final Tx tx;

    @Activate
    public Bundles(@Reference(target = "(module=privacy)") Tx tx) {
        this.tx = tx;
    }

    /**
     * Whether the bundle can be written.
     *
     * @throws Conflict {@code platform.privacy.not-done}
     * @throws NotFound {@code platform.privacy-bundle.not-found}: it was kept long enough, or the person was erased since
     */
    public void ready(PersonCase export) {
        if (export.state() == CaseState.WAITING) {
            throw new Conflict(
                    "platform.privacy.not-done",
                    "Not every function has answered yet: " + String.join(", ", export.waitingFor()) + ".");
        }
        for (FunctionAnswer answer : parts(export)) {
            if (piece(export, answer.module(), 0).isEmpty()) {
                throw NotFound.of("platform", "privacy-bundle", export.name());
            }
        }
    }

    /** Writes it; does not close the stream. */
    public void write(PersonCase export, OutputStream out) throws IOException {
        ZipOutputStream bundle = new ZipOutputStream(out);
        bundle.putNextEntry(new ZipEntry("index.json"));
        bundle.write(Json.write(index(export)).getBytes(StandardCharsets.UTF_8));
        bundle.closeEntry();
        for (FunctionAnswer answer : parts(export)) {
            copy(export, answer.module(), bundle);
        }
        bundle.finish();
    }

    private void copy(PersonCase export, String module, ZipOutputStream bundle) throws IOException {
        try (ZipInputStream part = new ZipInputStream(new Pieces(export, module))) {
            for (ZipEntry entry = part.getNextEntry(); entry != null; entry = part.getNextEntry()) {
                bundle.putNextEntry(new ZipEntry(entry.getName()));
                part.transferTo(bundle);
                bundle.closeEntry();
            }
        }
    }

    private static Map<String, Object> index(PersonCase export) {
        Map<String, Object> index = new LinkedHashMap<>();
        index.put("case", export.name());
        index.put("person", export.person());
        index.put("records", export.records());
        index.put("alike", export.alike());
        index.put("askedAt", export.askedAt());
        index.put("doneAt", export.doneAt());
        index.put("functions", export.answers().stream().map(Bundles::function).toList());
        return index;
    }

    private static Map<String, Object> function(FunctionAnswer answer) {
        Map<String, Object> function = new LinkedHashMap<>();
        function.put("module", answer.module());
        function.put("answer", answer.state());
        function.put("records", answer.records());
        if (answer.state() == FunctionAnswer.State.ANSWERED) {
            function.put("data", answer.module() + "/data.json");
        }
        return function;
    }

    private static List<FunctionAnswer> parts(PersonCase export) {
        return export.answers().stream()
                .filter(answer -> answer.state() == FunctionAnswer.State.ANSWERED)
                .toList();
    }

    private Optional<byte[]> piece(PersonCase export, String module, long place) {
        return tx.read(work -> PartStore.piece(work, export.id(), module, place));
    }

    /** A part as one stream; only one piece of it is in memory. */
    private final class Pieces extends InputStream {

        private final PersonCase export;
        private final String module;
        private byte[] piece = {};
        private int at;
        private long place;

        Pieces(PersonCase export, String module) {
            this.export = export;
            this.module = module;
        }

        @Override
        public int read() {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
        }

        @Override
        public int read(byte[] bytes, int offset, int length) {
            if (at == piece.length) {
                piece = Bundles.this.piece(export, module, place++).orElse(new byte[0]);
                at = 0;
            }
            if (piece.length == 0) {
                return -1;
            }
            int count = Math.min(length, piece.length - at);
            System.arraycopy(piece, at, bytes, offset, count);
            at += count;
            return count;
        }
    }
}
