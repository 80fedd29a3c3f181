package org.colonnade.crm.internal.file;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.colonnade.crm.internal.card.Cards;
import org.colonnade.crm.internal.domain.ContentCheck;
import org.colonnade.platform.api.problem.Rejected;
import org.colonnade.platform.api.text.Charsets;

/** A file of vCards. */
public final class CardFile implements Entries {

    private static final Pattern CHARSET = Pattern.compile("(?i);CHARSET=\"?([a-z0-9][a-z0-9_.-]*)\"?");
    private static final char REPLACED = '\ufffd';

    private final Cards cards;
    private final ContentCheck check;
    private final Charset fallback;
    private final CardBytes bytes;
    private final Path utf8;
    private CardBytes.Piece first;
    private CardBytes.Piece second;
    private long position;

    /**
     * Opens the file and looks whether there is a card in it.
     *
     * @param charset how all of it is encoded; null to find out for each card
     * @param fallback how a card is encoded that is not UTF-8 and does not say
     * @throws Rejected {@code crm.import.empty}, {@code crm.import.no-card}
     */
    public CardFile(Path file, Charset charset, Charset fallback, Cards cards, ContentCheck check) throws IOException {
        this.cards = cards;
        this.check = check;
        this.fallback = fallback;
        if (Files.size(file) == 0) {
            throw new Rejected("crm.import.empty", "The file is empty.");
        }
        Charset known = charset == null ? Charsets.utf16(file) : charset;
        utf8 = known == null || known.equals(StandardCharsets.UTF_8) ? null : TextBytes.transcoded(file, known);
        bytes = new CardBytes(TextBytes.open(utf8 == null ? file : utf8), check.largestCard());
        first = bytes.next();
        boolean card = first != null && first.kind() != CardBytes.Kind.OUTSIDE;
        if (!card && !cardFollows()) {
            close();
            throw new Rejected("crm.import.no-card", "The file has no vCard in it: no line reads BEGIN:VCARD.");
        }
    }

    /** What stands before the first card is an item of its own; the card comes after it. */
    private boolean cardFollows() throws IOException {
        second = first == null ? null : bytes.next();
        return second != null;
    }

    @Override
    public Entry next() throws IOException {
        CardBytes.Piece piece = piece();
        return piece == null ? null : entry(piece, ++position);
    }

    @Override
    public boolean skip() throws IOException {
        boolean more = piece() != null;
        position += more ? 1 : 0;
        return more;
    }

    private CardBytes.Piece piece() throws IOException {
        CardBytes.Piece piece = first != null ? first : second != null ? second : bytes.next();
        if (first != null) {
            first = null;
        } else {
            second = null;
        }
        return piece;
    }

    private Entry entry(CardBytes.Piece piece, long place) {
        return switch (piece.kind()) {
            case CARD -> card(piece, place);
            case TOO_LARGE -> Entry.refused(
                    place,
                    piece.line(),
                    piece.bytes(),
                    "crm.card.too-large",
                    "The card is larger than " + (check.largestCard() >> 10) + " KB; its beginning is kept aside.");
            case NO_END -> Entry.refused(
                    place, piece.line(), piece.bytes(), "crm.card.no-end", "The card has no END:VCARD.");
            case OUTSIDE -> Entry.refused(
                    place, piece.line(), piece.bytes(), "crm.card.outside", "This text belongs to no card.");
        };
    }

    private Entry card(CardBytes.Piece piece, long place) {
        List<String> messages = new ArrayList<>();
        String text = text(piece.bytes(), messages);
        if (text == null || text.indexOf('\0') >= 0) {
            return Entry.refused(
                    place,
                    piece.line(),
                    piece.bytes(),
                    "crm.card.not-text",
                    "The card is not text in any encoding known here.");
        }
        Cards.Read read = read(text);
        if (read == null) {
            return Entry.refused(
                    place, piece.line(), piece.bytes(), "crm.card.unreadable", "The card cannot be read as a vCard.");
        }
        messages.addAll(read.messages());
        boolean lost = text.indexOf(REPLACED) < 0 && check.has(read.content(), REPLACED);
        if (lost) {
            messages.add("Some characters could not be decoded; the card is kept aside as it came.");
        }
        Entry entry = new Entry(
                place,
                piece.line(),
                piece.bytes().length,
                piece::bytes,
                read.content(),
                null,
                messages,
                lost || !read.messages().isEmpty());
        List<String> faults = check.faults(read.content());
        return faults.isEmpty() ? entry : entry.refused(check.code(read.content()), faults);
    }

    /** A card may be built so that its reader fails; that is a fault of the card. */
    private Cards.Read read(String text) {
        try {
            return cards.read(text);
        } catch (RuntimeException | StackOverflowError brokenCard) {
            return null;
        }
    }

    private String text(byte[] card, List<String> messages) {
        String text = TextBytes.strict(card, StandardCharsets.UTF_8);
        if (text != null) {
            return text;
        }
        Matcher named = CHARSET.matcher(new String(card, StandardCharsets.ISO_8859_1));
        while (named.find()) {
            text = Charset.isSupported(named.group(1)) ? TextBytes.strict(card, Charset.forName(named.group(1))) : null;
            if (text != null) {
                return text;
            }
        }
        text = TextBytes.strict(card, fallback);
        if (text != null) {
            messages.add("The card is not UTF-8; it was read as " + fallback.name() + ".");
        }
        return text;
    }

    @Override
    public void close() throws IOException {
        bytes.close();
        if (utf8 != null) {
            Files.deleteIfExists(utf8);
        }
    }
}
