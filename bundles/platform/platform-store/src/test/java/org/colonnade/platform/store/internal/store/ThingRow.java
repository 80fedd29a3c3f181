package org.colonnade.platform.store.internal.store;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import javax.persistence.CascadeType;
import javax.persistence.CollectionTable;
import javax.persistence.Column;
import javax.persistence.ElementCollection;
import javax.persistence.Entity;
import javax.persistence.EnumType;
import javax.persistence.Enumerated;
import javax.persistence.Id;
import javax.persistence.JoinColumn;
import javax.persistence.OneToMany;
import javax.persistence.OrderBy;
import javax.persistence.Table;
import javax.persistence.Version;

/** A row with every kind of column that functions use. */
@Entity
@Table(name = "desk_thing")
public class ThingRow {

    public enum Kind {
        PAPER,
        PEN
    }

    @Id
    private long id;

    @Version
    private long version;

    @Column(name = "made_at")
    private OffsetDateTime madeAt;

    @Column(name = "on_day")
    private LocalDate day;

    private boolean done;

    @Enumerated(EnumType.STRING)
    private Kind kind;

    private String name;
    private String memo;
    private BigDecimal amount;
    private byte[] picture;

    @OneToMany(mappedBy = "thing", cascade = CascadeType.ALL, orphanRemoval = true)
    @OrderBy("place")
    private List<PartRow> parts = new ArrayList<>();

    @ElementCollection
    @CollectionTable(name = "desk_thing_tag", joinColumns = @JoinColumn(name = "thing_id"))
    @Column(name = "tag")
    private Set<String> tags = new TreeSet<>();

    public ThingRow(long id, String name, OffsetDateTime madeAt) {
        this.id = id;
        this.name = name;
        this.madeAt = madeAt;
        this.kind = Kind.PEN;
    }

    public void fill(LocalDate day, String memo, BigDecimal amount, byte[] picture) {
        this.day = day;
        this.memo = memo;
        this.amount = amount;
        this.picture = picture.clone();
        this.done = true;
    }

    public void add(long partId, int place, String text) {
        parts.add(new PartRow(partId, this, place, text));
    }

    public void removeFirstPart() {
        parts.remove(0);
    }

    public void tag(String tag) {
        tags.add(tag);
    }

    public void untag(String tag) {
        tags.remove(tag);
    }

    public void rename(String name) {
        this.name = name;
    }

    public String name() {
        return name;
    }

    public long id() {
        return id;
    }

    public long version() {
        return version;
    }

    /** Everything in one text, for comparisons. */
    public String show() {
        return String.join(
                " ",
                name,
                madeAt.toInstant().toString(),
                String.valueOf(day),
                String.valueOf(done),
                kind.name(),
                String.valueOf(amount),
                String.valueOf(memo == null ? 0 : memo.length()),
                String.valueOf(picture == null ? 0 : picture.length),
                parts.stream().map(PartRow::text).toList().toString(),
                tags.toString());
    }
}
