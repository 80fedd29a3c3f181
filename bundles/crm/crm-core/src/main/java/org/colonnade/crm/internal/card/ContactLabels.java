package org.colonnade.crm.internal.card;

import ezvcard.property.RawProperty;
import ezvcard.property.VCardProperty;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.colonnade.crm.internal.domain.Texts;

/** Names of one's own for contact points, as address books write them: {@code item1.TEL} with {@code item1.X-ABLabel}. */
final class ContactLabels {

    private static final String LABEL = "X-ABLabel";
    private static final Pattern BUILT_IN = Pattern.compile("_\\$!<(.*)>!\\$_", Pattern.DOTALL);
    private static final Set<String> BUILT_INS = Set.of(
            "HomePage",
            "Home",
            "Work",
            "Mobile",
            "Main",
            "Other",
            "Anniversary",
            "Assistant",
            "HomeFAX",
            "WorkFAX",
            "OtherFAX",
            "Pager",
            "School",
            "Spouse",
            "Mother",
            "Father",
            "Parent",
            "Brother",
            "Sister",
            "Child",
            "Friend",
            "Manager",
            "Partner");

    private ContactLabels() {}

    /** The label of a contact point's group; null if it has none, or shares it with another contact point. */
    static RawProperty find(VCardProperty property, List<VCardProperty> all) {
        List<VCardProperty> group = group(property, all);
        boolean alone = group.stream().noneMatch(other -> other != property && ContactProperty.read(other) != null);
        return alone
                ? group.stream()
                        .filter(ContactLabels::isLabel)
                        .map(RawProperty.class::cast)
                        .findFirst()
                        .orElse(null)
                : null;
    }

    /** Whether the group says nothing but the label. */
    static boolean onlyLabels(VCardProperty property, RawProperty label, List<VCardProperty> all) {
        return group(property, all).size() == 2 && label.getParameters().isEmpty();
    }

    static String text(RawProperty label) {
        String text = Texts.orNull(Texts.lines(RawText.read(label.getValue())));
        Matcher builtIn = BUILT_IN.matcher(text == null ? "" : text);
        return builtIn.matches() && BUILT_INS.contains(builtIn.group(1)) ? builtIn.group(1) : text;
    }

    /** Gives the property its label, in its own group or a new one. */
    static void give(VCardProperty property, String label, List<VCardProperty> kept, List<VCardProperty> card) {
        RawProperty present = property.getGroup() == null ? null : find(property, kept);
        if (present != null && label == null) {
            kept.remove(present);
        } else if (present != null && !label.equals(text(present))) {
            present.setValue(written(label));
        } else if (present == null && label != null) {
            String group = property.getGroup() == null ? freeGroup(kept, card) : property.getGroup();
            property.setGroup(group);
            RawProperty own = new RawProperty(LABEL, written(label));
            own.setGroup(group);
            card.add(own);
        }
    }

    private static String written(String label) {
        return RawText.write(BUILT_INS.contains(label) ? "_$!<" + label + ">!$_" : label);
    }

    private static String freeGroup(List<VCardProperty> kept, List<VCardProperty> card) {
        Set<String> taken = new HashSet<>();
        kept.forEach(property -> taken.add(String.valueOf(property.getGroup()).toLowerCase(java.util.Locale.ROOT)));
        card.forEach(property -> taken.add(String.valueOf(property.getGroup()).toLowerCase(java.util.Locale.ROOT)));
        int number = 1;
        while (taken.contains("item" + number)) {
            number++;
        }
        return "item" + number;
    }

    private static boolean isLabel(VCardProperty property) {
        return property instanceof RawProperty raw && raw.getPropertyName().equalsIgnoreCase(LABEL);
    }

    private static List<VCardProperty> group(VCardProperty property, List<VCardProperty> all) {
        String group = property.getGroup();
        return group == null
                ? List.of()
                : all.stream()
                        .filter(other -> group.equalsIgnoreCase(other.getGroup()))
                        .toList();
    }
}
