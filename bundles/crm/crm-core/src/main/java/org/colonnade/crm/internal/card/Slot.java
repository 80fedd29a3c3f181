package org.colonnade.crm.internal.card;

import ezvcard.property.VCardProperty;
import java.util.Iterator;
import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;
import org.colonnade.crm.api.PartyDraft;

/**
 * A field of a party and the vCard property that says it. Where the property says more than the field can hold (a language, a group, a
 * second nickname), the property is kept too, and is exported as long as the field still has its value.
 */
record Slot<P extends VCardProperty, V>(
        Class<P> type, Predicate<P> named, Function<PartyDraft, V> field, Function<P, V> read, Function<V, P> say) {

    /** Takes the field's value from the first property that has one; leaves the property there if it says more. */
    V take(List<VCardProperty> properties) {
        for (Iterator<VCardProperty> all = properties.iterator(); all.hasNext(); ) {
            VCardProperty property = all.next();
            V value = valueOf(property);
            if (value != null) {
                if (CardLines.line(property).equals(CardLines.line(say.apply(value)))) {
                    all.remove();
                }
                return value;
            }
        }
        return null;
    }

    /** The property for the field of a party: the kept one if it still says the same, else a new one; null if the field is empty. */
    VCardProperty give(PartyDraft party, List<VCardProperty> kept) {
        V value = field.apply(party);
        if (value == null) {
            return null;
        }
        VCardProperty own = say.apply(value);
        VCardProperty original = original(value, CardLines.line(own), kept);
        kept.remove(original);
        return original == null ? own : original;
    }

    /** The kept property that said the value and more; one that says just the value is a second one beside the field. */
    private VCardProperty original(V value, String exact, List<VCardProperty> kept) {
        return kept.stream()
                .filter(property -> value.equals(valueOf(property)))
                .filter(property -> !CardLines.line(property).equals(exact))
                .findFirst()
                .orElse(null);
    }

    /** Drops the kept property of a field whose value has changed. */
    void forget(PartyDraft before, PartyDraft after, List<VCardProperty> kept) {
        V value = field.apply(before);
        if (value != null && !value.equals(field.apply(after))) {
            kept.remove(original(value, CardLines.line(say.apply(value)), kept));
        }
    }

    private V valueOf(VCardProperty property) {
        if (!type.isInstance(property)) {
            return null;
        }
        P typed = type.cast(property);
        return named.test(typed) ? read.apply(typed) : null;
    }
}
