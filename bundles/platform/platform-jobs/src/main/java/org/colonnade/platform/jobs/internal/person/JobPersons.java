package org.colonnade.platform.jobs.internal.person;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CopyOnWriteArrayList;
import org.colonnade.platform.api.Ref;
import org.colonnade.platform.api.Tsid;
import org.colonnade.platform.api.job.Job;
import org.colonnade.platform.api.job.JobFile;
import org.colonnade.platform.api.privacy.Erasure;
import org.colonnade.platform.api.privacy.ErasureContext;
import org.colonnade.platform.api.privacy.Hold;
import org.colonnade.platform.api.privacy.ImportedRecords;
import org.colonnade.platform.api.privacy.PersonQuery;
import org.colonnade.platform.api.privacy.PersonalData;
import org.colonnade.platform.api.privacy.PersonalExport;
import org.colonnade.platform.api.privacy.PersonalItem;
import org.colonnade.platform.api.privacy.PersonalRecord;
import org.colonnade.platform.api.problem.Unavailable;
import org.colonnade.platform.api.sheet.Sheets;
import org.colonnade.platform.api.store.Tx;
import org.colonnade.platform.api.store.Work;
import org.colonnade.platform.jobs.internal.domain.PersonWords;
import org.colonnade.platform.jobs.internal.file.JobFolder;
import org.colonnade.platform.jobs.internal.store.ErasureRows;
import org.colonnade.platform.jobs.internal.store.FileRows;
import org.colonnade.platform.jobs.internal.store.JobRows;
import org.colonnade.platform.jobs.internal.store.PlaceRows;
import org.colonnade.platform.jobs.internal.store.SweepRows;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;

/**
 * The files of jobs that hold a person: all of a job by which one of the person's records came, and each whose text says the person's
 * e-mail address, telephone number, identifier or whole name. Every file in the data folder is read once for each erasure.
 */
@Component(service = PersonalData.class)
public final class JobPersons implements PersonalData {

    static final String FILE = "platform:job-file";

    private static final String PURPOSE = "To import and export; goes with its job some days after it has ended";
    private static final Duration LATER = Duration.ofMinutes(1);

    @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
    final List<ImportedRecords> imported = new CopyOnWriteArrayList<>();

    private final Tx tx;
    private final JobFolder folder;
    private final FileText text;
    private final Removal removal;

    @Activate
    public JobPersons(
            @Reference(target = "(module=jobs)") Tx tx, @Reference JobFolder folder, @Reference Sheets sheets) {
        this.tx = tx;
        this.folder = folder;
        this.text = new FileText(sheets);
        this.removal = new Removal(tx, folder);
    }

    @Override
    public String module() {
        return "jobs";
    }

    /** A file stands for nobody. */
    @Override
    public List<PersonalRecord> find(PersonQuery query) {
        return List.of();
    }

    /** Which files the person's records came from; what is in them is others' too and stays here. */
    @Override
    public void export(Ref person, PersonalExport out) throws IOException {
        for (String id : brought(ours(), List.of(person))) {
            long job = Tsid.parse(id);
            Optional<Job> known = tx.read(work -> JobRows.find(work, job));
            for (JobFile file : tx.read(work -> FileRows.of(work, job))) {
                out.record(new PersonalItem(
                        FILE,
                        ref(job, file.name()),
                        PURPOSE,
                        Map.of(
                                "kind",
                                known.map(Job::kind).orElse(""),
                                "size",
                                file.size(),
                                "createdAt",
                                file.createdAt())));
            }
        }
    }

    @Override
    public Erasure erase(Ref person, ErasureContext context) {
        return erase(List.of(person), context);
    }

    @Override
    public Erasure erase(Collection<Ref> person, ErasureContext context) {
        try {
            Map<Ref, Erasure.Line> lines = new LinkedHashMap<>();
            if (!context.preview()) {
                removal.finish();
                for (ErasureRows.Found found : tx.read(work -> ErasureRows.of(work, context.caseId()))) {
                    put(lines, line(found.job(), found.name(), found.at() != null));
                }
            }
            look(person, context, lines);
            if (!context.preview() && elsewhere(context)) {
                throw new Unavailable(
                        "platform.job.elsewhere", "Another node has still to look through its data folder.", LATER);
            }
            return new Erasure(List.copyOf(lines.values()));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private void look(Collection<Ref> person, ErasureContext context, Map<Ref, Erasure.Line> lines) throws IOException {
        List<Long> jobs = ours();
        Set<String> brought = brought(jobs, person);
        PersonWords wanted = PersonWords.of(context.facts());
        for (long job : jobs) {
            boolean whole = brought.contains(Tsid.text(job));
            for (Path file : folder.files(job)) {
                if (whole || speaks(wanted, file)) {
                    put(lines, answer(job, JobFolder.name(file), context));
                }
            }
        }
    }

    /** The jobs with files here that are no other company's. */
    private List<Long> ours() throws IOException {
        List<Long> ours = new ArrayList<>();
        for (long job : folder.jobs()) {
            if (tx.read(work -> SweepRows.exists(work, job))
                    || !tx.everywhere().read(work -> SweepRows.exists(work, job))) {
                ours.add(job);
            }
        }
        return ours;
    }

    /** Which of these jobs made or changed one of the records, as those say that imported it. */
    private Set<String> brought(List<Long> jobs, Collection<Ref> person) {
        List<String> ids = jobs.stream().map(Tsid::text).toList();
        Set<String> brought = new TreeSet<>();
        if (!ids.isEmpty() && !person.isEmpty()) {
            imported.forEach(function -> brought.addAll(function.jobs(ids, person)));
        }
        return brought;
    }

    private boolean speaks(PersonWords wanted, Path file) throws IOException {
        try {
            return text.speaksOf(wanted, file);
        } catch (NoSuchFileException gone) {
            // its job was removed, or has completed it under its other name meanwhile
            return false;
        }
    }

    private Erasure.Line answer(long job, String name, ErasureContext context) throws IOException {
        Optional<Hold> hold = context.hold(ref(job, name)).or(() -> context.hold(Ref.of(Job.MODULE, Job.TYPE, job)));
        if (hold.isPresent()) {
            return Erasure.Line.kept(ref(job, name), FILE, hold.get());
        }
        return line(
                job,
                name,
                context.preview() ? tx.read(work -> ended(work, job)) : removal.file(context.caseId(), job, name));
    }

    private static boolean ended(Work work, long job) throws java.sql.SQLException {
        return JobRows.find(work, job).map(found -> found.state().ended()).orElse(false);
    }

    private Erasure.Line line(long job, String name, boolean gone) {
        return gone
                ? Erasure.Line.erased(ref(job, name), FILE)
                : new Erasure.Line(
                        ref(job, name),
                        FILE,
                        Erasure.Outcome.KEPT,
                        "Its job has not ended; the file is removed as soon as it has",
                        today());
    }

    /** It is looked at again tomorrow: nobody knows how long a job takes. */
    private LocalDate today() {
        return LocalDate.ofInstant(tx.read(Work::now), ZoneOffset.UTC);
    }

    /** Whether there are data folders that nobody has looked through for the case yet. */
    private boolean elsewhere(ErasureContext context) {
        return !PersonWords.of(context.facts()).isEmpty()
                && tx.write(work -> PlaceRows.looked(work, context.caseId(), folder.place()));
    }

    /** What was completed while it was looked at is met twice: as a part, and whole. */
    private static void put(Map<Ref, Erasure.Line> lines, Erasure.Line line) {
        lines.put(line.ref(), line);
    }

    private static Ref ref(long job, String name) {
        return new Ref(Job.MODULE, "job-file", Tsid.text(job) + '/' + name);
    }
}
