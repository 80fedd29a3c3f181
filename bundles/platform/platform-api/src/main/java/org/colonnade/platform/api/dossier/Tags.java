package org.colonnade.platform.api.dossier;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.colonnade.platform.api.Fields;
import org.colonnade.platform.api.Page;
import org.colonnade.platform.api.PageRequest;
import org.colonnade.platform.api.Ref;
import org.colonnade.platform.api.store.Work;
import org.osgi.annotation.versioning.ProviderType;

/**
 * The words by which records are found. Words that differ only in case, width or spaces around them are the same; a record keeps the
 * spelling that it was given first. Works inside a transaction of whichever function keeps the record, and does not ask for rights: the
 * caller has done that.
 */
@ProviderType
public interface Tags {

    /** The most characters (Unicode code points) of a tag. */
    int LONGEST = 100;

    /** The most tags of a record. */
    int MOST = 100;

    /**
     * Notes what is wrong with a list of tags, each under {@code tags[i]}.
     *
     * @param tags as a caller sent them; may be null
     */
    void check(Collection<String> tags, Fields faults);

    /**
     * Gives the record exactly these tags.
     *
     * @return the tags as they are kept, in the given order
     * @throws org.colonnade.platform.api.problem.Rejected {@code platform.tag.invalid}
     */
    List<String> set(Work work, Ref record, Collection<String> tags);

    /** Adds tags; those that are there stay as they are. {@code platform.tag.invalid}. */
    List<String> add(Work work, Ref record, Collection<String> tags);

    /** Takes tags away; those that are not there are not missed. */
    List<String> remove(Work work, Ref record, Collection<String> tags);

    /** The tags of many records of any kinds, one query a kind; records without tags are missing from the answer. */
    Map<Ref, List<String>> of(Work work, Collection<Ref> records);

    /** Every tag of a kind in use, with the number of records that have it, by tag. */
    List<TagCount> counts(Work work, Ref kind);

    /** The records of a kind that have the tag, by id. */
    Page<Ref> records(Work work, Ref kind, String tag, PageRequest page);

    /** Where a list looks when it filters by tag; {@link Lookup#operand} makes the value to compare with. */
    Lookup lookup(Ref kind);
}
