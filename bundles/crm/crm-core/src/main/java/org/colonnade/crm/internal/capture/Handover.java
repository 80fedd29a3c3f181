package org.colonnade.crm.internal.capture;

import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.colonnade.crm.api.capture.CaptureForm;
import org.colonnade.crm.api.capture.Confirmation;
import org.colonnade.crm.api.capture.ConfirmationSender;
import org.colonnade.crm.api.capture.Undeliverable;
import org.colonnade.platform.api.Actor;
import org.colonnade.platform.api.Page;
import org.colonnade.platform.api.PageRequest;
import org.colonnade.platform.api.Tsid;
import org.colonnade.platform.api.record.Kept;
import org.colonnade.platform.api.store.Tx;
import org.colonnade.platform.api.store.Work;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Hands the links over, one after the other and never inside a transaction. A link is kept in the clear from the moment of sending the form
 * until it was handed over, confirmed or has expired; it never comes into the event log, whose entries stay.
 */
@Component(service = Handover.class)
public class Handover {

    /** The permission to see links that wait: who has one can confirm for somebody else. */
    public static final String HAND_OVER = "crm.capture.hand-over";

    private static final Logger LOG = LoggerFactory.getLogger(Handover.class);
    private static final String OWN_PAGE = "/api/crm/capture/confirm";
    private static final int MOST_DOUBLINGS = 6;

    @Reference(
            cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    volatile ConfirmationSender sender;

    private final Tx tx;
    private final CaptureForms forms;

    @Activate
    public Handover(@Reference(target = "(module=crm)") Tx tx, @Reference CaptureForms forms) {
        this.tx = tx;
        this.forms = forms;
    }

    /** Hands one link over, if somebody can and one waits. @return whether there may be more */
    public boolean next() {
        ConfirmationSender hands = sender;
        if (hands == null) {
            return false;
        }
        Confirmation confirmation = tx.write(this::take);
        if (confirmation == null) {
            return false;
        }
        try {
            hands.send(confirmation);
        } catch (Undeliverable never) {
            LOG.warn("The confirmation {} is not tried again: {}", confirmation.id(), never.getMessage());
            return later(confirmation);
        } catch (IOException notNow) {
            LOG.warn(
                    "The confirmation {} cannot be handed over now; it is tried again: {}",
                    confirmation.id(),
                    notNow.getMessage());
            return true;
        } catch (RuntimeException failure) {
            LOG.warn("The confirmation {} cannot be handed over now; it is tried again", confirmation.id(), failure);
            return true;
        }
        tx.write(work -> {
            CaptureTable.forget(work, Tsid.parse(confirmation.id()));
            return null;
        });
        return true;
    }

    /** Its turn comes when it expires, so nobody but an administrator hands it over. */
    private boolean later(Confirmation confirmation) {
        tx.write(work -> {
            CaptureTable.later(work, Tsid.parse(confirmation.id()), confirmation.expiresAt());
            return null;
        });
        return true;
    }

    /** Takes the next link; nobody else does for a while, longer with each try. */
    private Confirmation take(Work work) throws SQLException {
        CaptureTable.Turn turn = CaptureTable.next(work);
        if (turn == null) {
            return null;
        }
        CaptureTable.later(
                work, turn.id(), work.now().plus(Duration.ofMinutes(1L << Math.min(turn.tries(), MOST_DOUBLINGS))));
        return confirmation(work, CaptureTable.link(work, turn.id()));
    }

    /** The links that wait, oldest first. */
    public Page<Confirmation> waiting(Actor actor, PageRequest page) {
        actor.require(HAND_OVER);
        List<String> keys = page.keys(1);
        long after = keys.isEmpty() ? -1 : Tsid.parse(keys.get(0));
        return tx.read(work -> {
            List<CaptureTable.Link> found = CaptureTable.waiting(work, after, page.limit() + 1);
            List<Confirmation> shown = new ArrayList<>();
            for (CaptureTable.Link link : found.subList(0, Math.min(found.size(), page.limit()))) {
                shown.add(confirmation(work, link));
            }
            boolean more = found.size() > page.limit();
            return new Page<>(
                    shown, more ? PageRequest.cursor(shown.get(shown.size() - 1).id()) : null);
        });
    }

    private Confirmation confirmation(Work work, CaptureTable.Link link) throws SQLException {
        Kept<CaptureForm> form =
                forms.desk().find(work, List.of(Tsid.text(link.form()))).get(0);
        Map<String, String> texts = Captures.texts(link.entry());
        String page = form.value().linkUrl() == null ? OWN_PAGE : form.value().linkUrl();
        return new Confirmation(
                Tsid.text(link.id()),
                form.id(),
                form.value().name(),
                texts.get("email"),
                texts.get("givenName"),
                link.consentText(),
                page + (page.indexOf('?') < 0 ? "?" : "&") + "token=" + link.token(),
                link.expiresAt(),
                form.value().language());
    }
}
