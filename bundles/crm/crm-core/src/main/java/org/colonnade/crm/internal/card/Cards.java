package org.colonnade.crm.internal.card;

import ezvcard.VCard;
import ezvcard.VCardVersion;
import ezvcard.io.ParseWarning;
import ezvcard.io.text.VCardReader;
import ezvcard.property.Note;
import ezvcard.property.RawProperty;
import ezvcard.property.VCardProperty;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.colonnade.crm.api.PartyDraft;
import org.colonnade.crm.internal.domain.ContentPrint;
import org.colonnade.crm.internal.domain.PartyCheck;
import org.colonnade.crm.internal.domain.PartyContent;
import org.colonnade.crm.internal.domain.PartyRule;
import org.colonnade.crm.internal.domain.PhoneRule;
import org.colonnade.crm.internal.domain.Texts;

/**
 * Reads cards and writes them. A card that another program reads says all that its version can say; where that is not all there is, the
 * property {@code X-COLONNADE-EXACT} carries the whole content, and counts when it comes back as long as nobody has changed the rest.
 */
public final class Cards {

    private static final String EXACT = "X-COLONNADE-EXACT";
    private static final String FOR = "FOR";

    /** A property of XML is kept as text under another name meanwhile, so that nobody's XML is ever parsed. */
    static final String XML = "X-COLONNADE-XML";

    private static final Pattern XML_LINE =
            Pattern.compile("^((?:[^.:;\\s]+\\.)?)XML(?=[;:])", Pattern.CASE_INSENSITIVE | Pattern.MULTILINE);

    private final PhoneRule phones;

    public Cards(PhoneRule phones) {
        this.phones = phones;
    }

    /**
     * What one card says.
     *
     * @param content everything, complete
     * @param messages what could not be read as it stands, for people
     */
    public record Read(PartyContent content, List<String> messages) {}

    /** Reads the text of one card; null if it is none. */
    public Read read(String text) {
        try (VCardReader reader = new VCardReader(XML_LINE.matcher(text).replaceAll("$1" + XML))) {
            VCard card = reader.readNext();
            if (card == null) {
                return null;
            }
            List<String> messages = new ArrayList<>();
            for (ParseWarning warning : reader.getWarnings()) {
                String unread = UnreadLine.of(warning, text);
                if (unread != null) {
                    card.addProperty(CardLines.unread(unread));
                }
                messages.add(sentence(warning));
            }
            return new Read(exact(card), messages);
        } catch (IOException notFromMemory) {
            throw new UncheckedIOException(notFromMemory);
        }
    }

    /** Writes the party as a card of version {@code 3.0} or {@code 4.0}. */
    public String write(PartyContent content, String version, Instant changedAt) {
        VCardVersion dialect = VCardVersion.valueOfByStr(version);
        VCard card = CardExport.of(content, dialect, changedAt);
        String text = CardLines.text(card, dialect, true);
        PartyContent back = read(text).content();
        String native_ = ContentPrint.of(back);
        if (native_.equals(ContentPrint.of(content))) {
            return text;
        }
        RawProperty exact = new RawProperty(EXACT, ExactText.write(content.bare()));
        exact.setParameter(FOR, native_);
        card.addProperty(exact);
        return CardLines.text(card, dialect, true);
    }

    /** What is kept of a party whose fields and notes have changed: not what said them before. */
    public static List<String> keptAfter(PartyContent before, PartyDraft after, List<String> notes) {
        List<VCardProperty> kept = CardLines.properties(before.kept());
        int size = kept.size();
        Slots.ALL.forEach(slot -> slot.forget(before.draft(), after, kept));
        kept.removeIf(p -> p instanceof Note note
                && before.notes().contains(Texts.lines(note.getValue()))
                && !notes.contains(Texts.lines(note.getValue())));
        boolean changed = kept.removeIf(ezvcard.property.Revision.class::isInstance) || kept.size() != size;
        return changed ? CardLines.lines(kept) : before.kept();
    }

    /** The kept line for a column of a table that has no field. */
    public static String column(String header, String value) {
        RawProperty property = new RawProperty("X-COLUMN", RawText.write(value));
        property.setParameter("X-NAME", header);
        return CardLines.line(property);
    }

    private PartyContent exact(VCard card) {
        RawProperty carrier = card.getExtendedProperty(EXACT);
        card.removeExtendedProperty(EXACT);
        PartyContent content = CardContents.of(card, phones);
        if (carrier != null && ContentPrint.of(content).equals(carrier.getParameter(FOR))) {
            PartyContent exact = ExactText.read(carrier.getValue());
            return exact != null && sound(exact)
                    ? exact.with(PartyRule.complete(exact.bare().draft(), phones))
                    : content;
        }
        return content;
    }

    /** Whether each line is one property, as this class would have written it. */
    private static boolean sound(PartyContent content) {
        List<String> lines = new ArrayList<>(content.kept());
        lines.addAll(content.lines().values());
        return content.draft() != null
                && lines.stream()
                        .noneMatch(line -> line.indexOf('\n') >= 0
                                || line.indexOf('\r') >= 0
                                || CardLines.properties(List.of(line)).size() != 1)
                && PartyCheck.imported(content.draft()).faults().isEmpty();
    }

    private static String sentence(ParseWarning warning) {
        String where = warning.getLineNumber() == null ? "" : "Line " + warning.getLineNumber();
        String what = warning.getPropertyName() == null ? "" : warning.getPropertyName();
        String message =
                Texts.cut(Texts.lines(String.valueOf(warning.getMessage())).replace('\n', ' '), 300);
        return Texts.join(": ", Texts.join(", ", where, what), message);
    }
}
