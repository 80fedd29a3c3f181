package org.colonnade.crm.internal.store;

import java.util.Collection;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;

/**
 * What is compared of the parties that were compared last, each under the version of which it is true. The database says which version
 * counts, so whatever another node has changed is read anew. It holds {@value #MOST} bytes at most, some 85,000 parties of the usual
 * size; those that were not asked for longest go first.
 */
@Component(service = FactMemory.class)
public final class FactMemory {

    /** 24 MiB. */
    static final int MOST = 24 << 20;

    /** What an entry takes beside its packed bytes: the map's node, its place in the table, the key, the entry, the array's head. */
    static final int BESIDE = 128;

    private final int most;
    private final Map<Long, Entry> entries = new LinkedHashMap<>(16, 0.75f, true);
    private Set<String> schemes = Set.of();
    private int bytes;

    /** A memory of the usual size. */
    @Activate
    public FactMemory() {
        this(MOST);
    }

    /** @param most how many bytes it holds at most; with 0 it remembers nothing */
    public FactMemory(int most) {
        this.most = most;
    }

    /** A party under one version. */
    private record Entry(long version, byte[] packed) {

        int size() {
            return BESIDE + packed.length;
        }
    }

    /**
     * Those of the parties that it remembers just as they are; of the others it forgets what they were.
     *
     * @param versions the version of each that counts now; those that are gone are not in it
     * @param strongSchemes which identifiers are compared; with others than before all is forgotten
     */
    Map<Long, Suspects.Known> recall(Collection<Long> parties, Map<Long, Long> versions, Set<String> strongSchemes) {
        Map<Long, byte[]> found = new HashMap<>();
        synchronized (this) {
            takes(strongSchemes);
            for (long party : parties) {
                Entry entry = entries.get(party);
                if (entry != null && Long.valueOf(entry.version()).equals(versions.get(party))) {
                    found.put(party, entry.packed());
                } else if (entry != null) {
                    entries.remove(party);
                    bytes -= entry.size();
                }
            }
        }
        Map<Long, Suspects.Known> known = new HashMap<>(found.size() * 2);
        found.forEach((party, packed) -> known.put(party, PackedFacts.open(party, packed)));
        return known;
    }

    /**
     * Remembers a living party: who is archived or merged has another version from then on. Only what is committed may be told:
     * another transaction can make the same version say something else.
     *
     * @param version of which this is true
     */
    void remember(Suspects.Known party, long version, Set<String> strongSchemes) {
        byte[] packed = PackedFacts.of(party);
        if (packed != null) {
            put(party.id(), new Entry(version, packed), strongSchemes);
        }
    }

    private synchronized void put(long party, Entry entry, Set<String> strongSchemes) {
        takes(strongSchemes);
        Entry before = entries.put(party, entry);
        bytes += entry.size() - (before == null ? 0 : before.size());
        Iterator<Entry> oldest = entries.values().iterator();
        while (bytes > most) {
            bytes -= oldest.next().size();
            oldest.remove();
        }
    }

    private void takes(Set<String> strongSchemes) {
        if (!schemes.equals(strongSchemes)) {
            entries.clear();
            bytes = 0;
            schemes = Set.copyOf(strongSchemes);
        }
    }

    /** How many bytes it holds now, as it counts them. */
    synchronized int bytes() {
        return bytes;
    }

    /** How many parties it remembers. */
    synchronized int size() {
        return entries.size();
    }
}
