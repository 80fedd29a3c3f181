package org.colonnade.platform.privacy.internal;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.colonnade.platform.api.Ref;
import org.colonnade.platform.api.privacy.Erasure;
import org.colonnade.platform.api.privacy.ErasureContext;
import org.colonnade.platform.api.privacy.PersonFacts;
import org.colonnade.platform.api.privacy.PersonQuery;
import org.colonnade.platform.api.privacy.PersonalData;
import org.colonnade.platform.api.privacy.PersonalExport;
import org.colonnade.platform.api.privacy.PersonalItem;
import org.colonnade.platform.api.privacy.PersonalRecord;

/** A function with records of persons in memory. */
public final class FakeFunction implements PersonalData {

    public final Map<Ref, PersonFacts> people = new LinkedHashMap<>();
    public final List<Ref> asked = new ArrayList<>();
    public boolean broken;
    public PersonFacts told;

    /** What it keeps besides, under the references of the persons. */
    public Set<String> besides = Set.of();

    private final String module;

    public FakeFunction(String module) {
        this.module = module;
    }

    public Ref add(String id, PersonFacts facts) {
        Ref ref = new Ref(module, "person", id);
        people.put(ref, facts);
        return ref;
    }

    @Override
    public String module() {
        return module;
    }

    @Override
    public List<PersonalRecord> find(PersonQuery query) {
        works();
        return people.entrySet().stream()
                .map(one -> new PersonalRecord(one.getKey(), module + ":person", one.getValue()))
                .toList();
    }

    @Override
    public void export(Ref person, PersonalExport out) throws IOException {
        works();
        if (people.containsKey(person)) {
            out.record(new PersonalItem(
                    module + ":person",
                    person,
                    "To test",
                    Map.of("names", people.get(person).names())));
            out.file(
                    person,
                    "../pass port.txt",
                    "text/plain",
                    new ByteArrayInputStream("a file".getBytes(StandardCharsets.UTF_8)));
        }
    }

    @Override
    public Erasure erase(Ref person, ErasureContext context) {
        works();
        asked.add(person);
        told = context.facts();
        if (!people.containsKey(person)) {
            return Erasure.NOTHING;
        }
        String kind = module + ":person";
        if (context.hold(person).isPresent()) {
            return new Erasure(
                    List.of(Erasure.Line.kept(person, kind, context.hold(person).get())));
        }
        if (!context.preview()) {
            people.remove(person);
        }
        return new Erasure(Stream.concat(Stream.of(kind), besides.stream().sorted())
                .map(each -> Erasure.Line.erased(person, each))
                .toList());
    }

    private void works() {
        if (broken) {
            throw new IllegalStateException("secret of Ann");
        }
    }
}
