package org.colonnade.platform.jobs.internal.domain;

import java.util.regex.Pattern;
import org.colonnade.platform.api.Fields;
import org.colonnade.platform.api.job.JobDraft;
import org.colonnade.platform.api.problem.Rejected;

/** What a job and its files may look like. */
public final class DraftRule {

    /** The most characters of an input, a checkpoint or a result. */
    public static final int TEXT = 1 << 20;

    /** The most characters of a title or a message. */
    public static final int TITLE = 200;

    private static final Pattern KIND = Pattern.compile("[a-z][a-z0-9-]{0,48}\\.[a-z][a-z0-9-]{0,49}");
    private static final Pattern FILE = Pattern.compile("[A-Za-z0-9_-][A-Za-z0-9._-]{0,99}");
    private static final Pattern MEDIA_TYPE = Pattern.compile("[!-~][ -~]{0,198}");

    private DraftRule() {}

    /** @throws Rejected {@code platform.job.invalid} */
    public static void check(JobDraft draft) {
        Fields fields = new Fields().required("title", draft.title(), TITLE).required("input", draft.input(), TEXT);
        if (!KIND.matcher(draft.kind()).matches()) {
            fields.wrong("kind", "reads module.what");
        }
        fields.orReject("platform.job.invalid");
    }

    /** @throws Rejected {@code platform.job.file-name} */
    public static void checkFile(String name, String contentType) {
        if (name == null || !FILE.matcher(name).matches() || name.endsWith(".part")) {
            throw new Rejected(
                            "platform.job.file-name",
                            "A file of a job is called by 1 to 100 letters, digits and . _ -, without a dot in front.")
                    .field("name", "does not fit");
        }
        if (contentType == null || !MEDIA_TYPE.matcher(contentType).matches()) {
            throw new Rejected("platform.job.file-name", "A file has a media type.")
                    .field("contentType", "is required");
        }
    }

    /** The function that a kind belongs to. */
    public static String module(String kind) {
        return kind.substring(0, kind.indexOf('.'));
    }

    /** As much of the text as fits, without half a character at the end. */
    public static String fit(String text, int most) {
        if (text == null || text.length() <= most) {
            return text;
        }
        return text.substring(0, Character.isHighSurrogate(text.charAt(most - 1)) ? most - 1 : most);
    }

    /** A text that every database keeps: what none can keep is replaced. */
    public static String storable(String text, int most) {
        if (text == null) {
            return null;
        }
        StringBuilder kept = new StringBuilder(text.length());
        text.codePoints().forEach(c -> kept.appendCodePoint(c == 0 || c >= 0xd800 && c <= 0xdfff ? 0xfffd : c));
        return fit(kept.toString(), most);
    }
}
