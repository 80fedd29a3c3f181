package org.colonnade.platform.sheets.internal.xlsx;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import javax.xml.stream.XMLStreamException;
import org.colonnade.platform.api.problem.Malformed;
import org.colonnade.platform.api.problem.Problem;
import org.colonnade.platform.api.problem.Rejected;
import org.colonnade.platform.api.sheet.ReadOptions;
import org.colonnade.platform.api.sheet.SheetFormat;
import org.colonnade.platform.api.sheet.SheetReader;
import org.colonnade.platform.api.sheet.SheetRow;
import org.colonnade.platform.sheets.internal.Faults;
import org.colonnade.platform.sheets.internal.Limits;

/** Reads one sheet of a workbook. */
public final class XlsxSheetReader implements SheetReader {

    private static final long LARGEST = 64 << 20;
    private static final Set<String> TAGS = Set.of("workbookPr", "sheet");

    private final Workbook workbook;
    private final List<Sheet> sheets = new ArrayList<>();
    private final List<String> notices = new ArrayList<>();
    private final Markup xml;
    private final SheetRows rows;
    private boolean from1904;

    public XlsxSheetReader(Path file, ReadOptions options, Limits limits) throws IOException {
        workbook = new Workbook(file, limits);
        try {
            describe();
            Sheet sheet = chosen(options.sheet());
            xml = workbook.related(sheet.relation(), Long.MAX_VALUE);
            if (xml == null) {
                throw Faults.broken(": a part is missing");
            }
            rows = new SheetRows(
                    xml, Texts.of(workbook, limits), Styles.of(workbook), new NumberText(from1904), limits);
        } catch (XMLStreamException failure) {
            workbook.close();
            throw meaning(failure);
        } catch (IOException | RuntimeException failure) {
            workbook.close();
            throw failure;
        }
    }

    @Override
    public SheetFormat format() {
        return SheetFormat.XLSX;
    }

    @Override
    public List<String> sheets() {
        return sheets.stream().filter(Sheet::visible).map(Sheet::name).toList();
    }

    @Override
    public List<String> notices() {
        List<String> all = new ArrayList<>(notices);
        if (rows.formulaWithoutValue()) {
            all.add(
                    "Some formulas have no value in the file and were read as empty; open and save it in a spreadsheet first.");
        }
        return all;
    }

    @Override
    public SheetRow next() throws IOException {
        try {
            return rows.next();
        } catch (XMLStreamException failure) {
            throw meaning(failure);
        }
    }

    @Override
    public void close() throws IOException {
        try {
            xml.close();
        } finally {
            workbook.close();
        }
    }

    private void describe() throws IOException, XMLStreamException {
        try (Markup main = workbook.main(LARGEST)) {
            String tag = main.goToAny(TAGS, "");
            while (tag != null) {
                if (tag.equals("sheet")) {
                    sheets.add(new Sheet(
                            String.valueOf(main.attribute("name")),
                            String.valueOf(main.attribute("id")),
                            main.attribute("state") == null
                                    || main.attribute("state").equals("visible")));
                } else {
                    String counted = main.attribute("date1904");
                    from1904 = "1".equals(counted) || "true".equals(counted);
                }
                tag = main.goToAny(TAGS, "");
            }
        }
    }

    private Sheet chosen(String name) {
        if (name != null) {
            return sheets.stream()
                    .filter(sheet -> sheet.name().equals(name))
                    .findFirst()
                    .orElseThrow(() -> new Rejected(
                                    "platform.sheet.no-such-sheet", "The workbook has no sheet of that name.")
                            .field("sheet", "is one of " + String.join(", ", shown())));
        }
        Sheet first = sheets.stream()
                .filter(Sheet::visible)
                .findFirst()
                .orElseThrow(
                        () -> new Malformed("platform.sheet.not-a-table", "The workbook has no sheet to be seen."));
        if (sheets().size() > 1) {
            notices.add("The workbook has " + sheets().size() + " sheets; '" + first.name() + "' was read.");
        }
        return first;
    }

    private List<String> shown() {
        List<String> names = sheets();
        return names.size() <= 20 ? names : names.subList(0, 20);
    }

    /** The parser hides what stopped it: a limit of ours, an entity, or a file that is simply broken. */
    private static RuntimeException meaning(XMLStreamException failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof Problem problem) {
                return problem;
            }
            Throwable nested = cause instanceof XMLStreamException xml ? xml.getNestedException() : null;
            if (nested instanceof Problem problem) {
                return problem;
            }
        }
        return String.valueOf(failure.getMessage()).contains("entity") ? Faults.xmlRefused() : Faults.broken("");
    }

    /** A sheet as the workbook lists it. */
    private record Sheet(String name, String relation, boolean visible) {}
}
