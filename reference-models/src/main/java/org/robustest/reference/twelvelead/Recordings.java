package org.robustest.reference.twelvelead;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.robustest.random.StableHash;
import org.robustest.samples.Samples;

/**
 * Recordings with their diagnoses, from which samples are made. Immutable.
 *
 * <p>All choices at random go by the ids and the seed alone, so they do not depend on the order of the recordings.
 */
public final class Recordings implements Iterable<RecordingFile> {

    /** The tag that names the record, such as {@code A0002}. */
    public static final String RECORD = "record";

    /** The tag that names all diagnoses, the first one first, such as {@code RBBB|STD}. */
    public static final String DIAGNOSES = "diagnoses";

    /** The tag that names the kinds of flaws in the leads that were taken, such as {@code clipped}; missing without any. */
    public static final String FINDINGS = "findings";

    private final List<RecordingFile> files;

    private Recordings(List<RecordingFile> files) {
        this.files = List.copyOf(files);
    }

    /**
     * Creates a set of recordings.
     *
     * @param files the recordings, in the order in which samples are to stand
     * @return the set
     * @throws IllegalArgumentException if two have the same id
     */
    public static Recordings of(List<RecordingFile> files) {
        Set<String> ids = new HashSet<>();
        for (RecordingFile file : files) {
            if (!ids.add(file.id())) {
                throw new IllegalArgumentException("two recordings have the id \"" + file.id() + '"');
            }
        }
        return new Recordings(files);
    }

    /**
     * Returns the number of recordings.
     *
     * @return the number, from 0
     */
    public int size() {
        return files.size();
    }

    @Override
    public Iterator<RecordingFile> iterator() {
        return files.iterator();
    }

    /**
     * Returns the recordings for which a condition holds, in their order.
     *
     * @param condition the condition
     * @return the recordings kept; possibly none
     */
    public Recordings where(Predicate<RecordingFile> condition) {
        return new Recordings(files.stream().filter(condition).toList());
    }

    /**
     * Returns the recordings with one diagnosis, which the paper's protocol uses.
     *
     * @return the recordings kept, in their order
     */
    public Recordings singleLabel() {
        return where(file -> file.diagnoses().size() == 1);
    }

    /**
     * Returns these recordings and others.
     *
     * @param others the others
     * @return all of them, these first
     * @throws IllegalArgumentException if a recording is in both
     */
    public Recordings and(Recordings others) {
        List<RecordingFile> all = new ArrayList<>(files);
        all.addAll(others.files);
        return of(all);
    }

    /**
     * Counts the recordings by their first diagnosis.
     *
     * @return the counts, in the order of {@link Diagnosis}; a new array
     */
    public int[] countsByFirstDiagnosis() {
        int[] counts = new int[Diagnosis.values().length];
        files.forEach(file -> counts[file.firstDiagnosis().ordinal()]++);
        return counts;
    }

    /**
     * Returns all diagnoses as numbers, for models that may give several.
     *
     * @return {@code [N, 9]}: 1 where recording n has the diagnosis, else 0; a new array
     */
    public float[][] indicators() {
        float[][] indicators = new float[files.size()][Diagnosis.values().length];
        for (int i = 0; i < files.size(); i++) {
            for (Diagnosis diagnosis : files.get(i).diagnoses()) {
                indicators[i][diagnosis.ordinal()] = 1;
            }
        }
        return indicators;
    }

    /**
     * Parts the recordings so that every class of first diagnoses is in each part by the same share.
     *
     * @param testShare the share for the test, from 0 to 1; of each class the nearest whole number is taken
     * @param validationShare the share for validation, from 0 to 1
     * @param seed the seed of the choice
     * @return the parts
     * @throws IllegalArgumentException if a share is not from 0 to 1, or both are more than 1 together
     */
    public RecordingSplit stratifiedSplit(double testShare, double validationShare, long seed) {
        if (!(testShare >= 0 && validationShare >= 0 && testShare + validationShare <= 1)) {
            throw new IllegalArgumentException("shares are from 0 to 1, and at most 1 together, but they were "
                    + testShare + " and " + validationShare);
        }
        return split(
                seed,
                count -> (int) Math.round(count * testShare),
                count -> (int) Math.round(count * (testShare + validationShare)) - (int) Math.round(count * testShare));
    }

    /**
     * Takes the same number of recordings of every class for the test and for validation, as the paper's protocol does.
     * What is left is for training.
     *
     * @param testPerClass how many of each class for the test, from 0
     * @param validationPerClass how many of each class for validation, from 0
     * @param seed the seed of the choice
     * @return the parts
     * @throws IllegalArgumentException if a class has too few recordings to leave one for training
     */
    public RecordingSplit balancedSplit(int testPerClass, int validationPerClass, long seed) {
        int[] counts = countsByFirstDiagnosis();
        for (Diagnosis diagnosis : Diagnosis.values()) {
            if (counts[diagnosis.ordinal()] <= testPerClass + validationPerClass) {
                throw new IllegalArgumentException(
                        "asked for " + testPerClass + " recordings of each class for test and "
                                + validationPerClass + " for validation, but " + diagnosis + " has "
                                + counts[diagnosis.ordinal()] + "; use stratifiedSplit or folds where there are few");
            }
        }
        return split(seed, count -> testPerClass, count -> validationPerClass);
    }

    private interface Share {
        int of(int count);
    }

    private RecordingSplit split(long seed, Share testShare, Share validationShare) {
        Set<RecordingFile> test = new HashSet<>();
        Set<RecordingFile> validation = new HashSet<>();
        for (Diagnosis diagnosis : Diagnosis.values()) {
            List<RecordingFile> shuffled = shuffled(diagnosis, seed);
            int testCount = testShare.of(shuffled.size());
            test.addAll(shuffled.subList(0, testCount));
            validation.addAll(shuffled.subList(testCount, testCount + validationShare.of(shuffled.size())));
        }
        return new RecordingSplit(
                where(file -> !test.contains(file) && !validation.contains(file)),
                where(validation::contains),
                where(test::contains));
    }

    /**
     * Parts the recordings for cross validation: each is in the test of one fold and in the training of all others.
     *
     * <p>Between folds, the number of tests differs by at most one, and so does that of every class of first diagnoses. Several
     * recordings of one patient may be in several folds; of those of CPSC2018 it is not known whose they are.
     *
     * @param count the number of folds, from 2
     * @param seed the seed of the choice
     * @return the folds, without validation parts; unmodifiable
     * @throws IllegalArgumentException if {@code count} is below 2, or above the number of recordings
     */
    public List<RecordingSplit> folds(int count, long seed) {
        if (count < 2 || count > files.size()) {
            throw new IllegalArgumentException(
                    "asked for " + count + " folds of " + files.size() + " recordings; it takes at least two of each");
        }
        Map<RecordingFile, Integer> fold = new HashMap<>();
        for (Diagnosis diagnosis : Diagnosis.values()) {
            for (RecordingFile file : shuffled(diagnosis, seed)) {
                fold.put(file, fold.size() % count);
            }
        }
        List<RecordingSplit> folds = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            Integer number = i;
            folds.add(new RecordingSplit(
                    where(file -> !number.equals(fold.get(file))),
                    where(file -> false),
                    where(file -> number.equals(fold.get(file)))));
        }
        return List.copyOf(folds);
    }

    private List<RecordingFile> shuffled(Diagnosis diagnosis, long seed) {
        return files.stream()
                .filter(file -> file.firstDiagnosis() == diagnosis)
                .sorted(Comparator.comparingLong(
                                (RecordingFile file) -> StableHash.of("split " + seed + " of " + file.id()))
                        .thenComparing(RecordingFile::id))
                .toList();
    }

    /**
     * Reads all recordings and makes samples of them, several at once.
     *
     * <p>The label is the first diagnosis. A sample keeps the id of its recording, and has the tags {@value #RECORD},
     * {@value #DIAGNOSES}, {@value #FINDINGS}, {@code age} and {@code sex} where they are known, and those of the
     * recording's file. No recording is left out for its flaws.
     *
     * @param preprocessing how inputs are made
     * @return the samples, in the order of the recordings, with the classes of {@link Diagnosis} and values from −1 to 1
     * @throws org.robustest.reference.data.DamagedFileException if a file is missing or damaged
     * @throws IllegalArgumentException if a recording is sampled at no whole number from 1 to 1000 Hz
     */
    public Samples samples(Preprocessing preprocessing) {
        List<Labelled> made = files.parallelStream()
                .map(file -> Labelled.of(file, preprocessing))
                .toList();
        Samples.Builder samples =
                Samples.builder(preprocessing.shape(), Diagnosis.names()).within(-1, 1);
        made.forEach(sample -> sample.addTo(samples));
        return samples.build();
    }

    private static final class Labelled {

        private final RecordingFile file;
        private final float[] input;
        private final Map<String, String> tags;

        private Labelled(RecordingFile file, float[] input, Map<String, String> tags) {
            this.file = file;
            this.input = input;
            this.tags = tags;
        }

        static Labelled of(RecordingFile file, Preprocessing preprocessing) {
            Recording recording = file.read();
            Map<String, String> tags = new HashMap<>(recording.patient());
            tags.putAll(file.tags());
            tags.put(RECORD, file.name());
            tags.put(
                    DIAGNOSES,
                    file.diagnoses().stream().map(Diagnosis::toString).collect(Collectors.joining("|")));
            String findings = recording.findings(preprocessing.leads()).stream()
                    .map(finding -> finding.kind().toString())
                    .distinct()
                    .sorted()
                    .collect(Collectors.joining("|"));
            if (!findings.isEmpty()) {
                tags.put(FINDINGS, findings);
            }
            return new Labelled(file, input(file, recording, preprocessing), tags);
        }

        private static float[] input(RecordingFile file, Recording recording, Preprocessing preprocessing) {
            try {
                return preprocessing.apply(recording);
            } catch (IllegalArgumentException e) {
                throw new IllegalArgumentException(
                        "no sample can be made of \"" + file.id() + "\": " + e.getMessage() + "; leave it out", e);
            }
        }

        void addTo(Samples.Builder samples) {
            samples.add(file.id(), input, file.firstDiagnosis().ordinal(), tags);
        }
    }

    /**
     * Reads all recordings and reports on each.
     *
     * @return one report a recording, in their order; unmodifiable
     * @throws org.robustest.reference.data.DamagedFileException if a file is missing or damaged
     */
    public List<RecordingReport> inspect() {
        return files.parallelStream().map(RecordingReport::of).toList();
    }

    /** Returns the number of recordings of each first diagnosis. */
    @Override
    public String toString() {
        return size() + " recordings of " + Diagnosis.names() + ": " + Arrays.toString(countsByFirstDiagnosis());
    }
}
