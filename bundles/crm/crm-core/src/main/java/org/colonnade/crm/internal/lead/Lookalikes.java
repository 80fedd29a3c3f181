package org.colonnade.crm.internal.lead;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.colonnade.crm.api.ContactPoint;
import org.colonnade.crm.api.ContactType;
import org.colonnade.crm.api.Party;
import org.colonnade.crm.api.PartyDirectory;
import org.colonnade.crm.api.PartyQuery;
import org.colonnade.crm.api.lead.Conversion.Candidate;
import org.colonnade.crm.api.lead.Lead;
import org.colonnade.crm.internal.domain.EmailRule;
import org.colonnade.crm.internal.domain.PhoneRule;
import org.colonnade.crm.internal.domain.Texts;
import org.colonnade.platform.api.Actor;
import org.colonnade.platform.api.PageRequest;

/** Finds the parties that a lead may be; nothing is decided about them. */
final class Lookalikes {

    private static final PageRequest FEW = new PageRequest(10, null);

    private Lookalikes() {}

    /** Those with the same e-mail, phone or name; none for somebody who may not look parties up. */
    static List<Candidate> of(PartyDirectory directory, PhoneRule phones, Actor actor, Lead lead) {
        if (!actor.may(PartyDirectory.READ)) {
            return List.of();
        }
        Map<String, Party> found = new LinkedHashMap<>();
        for (String words : new String[] {lead.email(), lead.phone(), lead.displayName()}) {
            if (!Texts.blank(words)) {
                directory
                        .search(actor, PartyQuery.text(Texts.cut(words, 500)), FEW)
                        .items()
                        .forEach(party -> found.putIfAbsent(party.id(), party));
            }
        }
        List<Candidate> all = new ArrayList<>();
        for (Party party : found.values()) {
            List<String> reasons = reasons(phones, lead, party);
            if (!reasons.isEmpty()) {
                all.add(new Candidate(party.ref(), party.displayName(), reasons));
            }
        }
        return all;
    }

    private static List<String> reasons(PhoneRule phones, Lead lead, Party party) {
        List<String> reasons = new ArrayList<>();
        String email = EmailRule.key(lead.email());
        String phone = phones.e164(lead.phone());
        if (email != null && party.contactPoints().stream().anyMatch(point -> email.equals(emailKey(point)))) {
            reasons.add("same-email");
        }
        if (phone != null && party.contactPoints().stream().anyMatch(point -> phone.equals(phone(point)))) {
            reasons.add("same-phone");
        }
        if (party.displayName().equalsIgnoreCase(lead.displayName())) {
            reasons.add("same-name");
        }
        return reasons;
    }

    private static String emailKey(ContactPoint point) {
        return point.type() == ContactType.EMAIL ? EmailRule.key(point.value()) : null;
    }

    private static String phone(ContactPoint point) {
        return point.type() == ContactType.PHONE ? point.normalised() : null;
    }
}
