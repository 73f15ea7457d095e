package org.robustest.reference.mitbih;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.robustest.reference.data.MissingDataException;
import org.robustest.samples.Sample;
import org.robustest.samples.Samples;
import org.robustest.samples.Shape;

class MitBihTest {

    @Test
    void hasTheClassCountsOfThePublishedSet() {
        Samples beats = RealBeats.mitBih().beats();

        assertThat(beats.classNames()).containsExactly("N", "S", "V", "F", "Q");
        assertThat(beats.countsByLabel()).containsExactly(90_589, 2_779, 7_236, 803, 8_039);
        assertThat(beats.size()).isEqualTo(109_446);
    }

    @Test
    void holdsBeatsOfOneLeadWithinTheDeclaredRange() {
        Samples beats = RealBeats.mitBih().beats();

        assertThat(beats.shape()).isEqualTo(Shape.of(1, 187));
        assertThat(beats.range().low()).isZero();
        assertThat(beats.range().high()).isEqualTo(1);
        float[] beat = new float[187];
        for (Sample sample : beats) {
            sample.copyInputTo(beat, 0);
            for (float value : beat) {
                if (!beats.range().contains(value)) {
                    throw new AssertionError(sample + " has the value " + value);
                }
            }
        }
    }

    @Test
    void namesABeatByItsRecordAndTheSampleOfItsPeak() {
        Sample first = RealBeats.mitBih().beats().get(0);

        assertThat(first.id()).isEqualTo("mitdb/100@77");
        assertThat(first.tags())
                .containsEntry("record", "100")
                .containsEntry("patient", "100")
                .containsEntry("lead", "MLII")
                .containsEntry("symbol", "N");
    }

    @Test
    void takesTheFirstLeadWhereARecordHasNoMlii() {
        Samples beats = RealBeats.mitBih().beats();

        Set<String> withoutMlii = stream(beats)
                .filter(beat -> !beat.tags().get(MitBih.LEAD).equals("MLII"))
                .map(beat -> beat.tags().get(MitBih.RECORD))
                .collect(Collectors.toSet());

        assertThat(withoutMlii).containsExactlyInAnyOrder("102", "104");
    }

    @Test
    void knowsThatRecords201And202AreOfOnePatient() {
        Samples beats = RealBeats.mitBih().beats();

        assertThat(stream(beats).map(beat -> beat.tags().get(MitBih.PATIENT)).distinct())
                .hasSize(47);
        assertThat(stream(beats)
                        .filter(beat -> beat.tags().get(MitBih.PATIENT).equals("201"))
                        .map(beat -> beat.tags().get(MitBih.RECORD))
                        .distinct())
                .containsExactly("201", "202");
    }

    @Test
    void splitsByBeatWithTheClassCountsOfThePublishedSplit() {
        MitBih mitBih = RealBeats.mitBih();

        assertThat(mitBih.testBeats().countsByLabel()).containsExactly(18_118, 556, 1_448, 162, 1_608);
        assertThat(mitBih.testBeats().size()).isEqualTo(21_892);
        assertThat(mitBih.trainBeats().size()).isEqualTo(87_554);
        Set<String> both = ids(mitBih.testBeats());
        both.retainAll(ids(mitBih.trainBeats()));
        assertThat(both).isEmpty();
    }

    @Test
    void splitsByPatientAsDeChazalDid() {
        InterPatientSplit split = RealBeats.mitBih().interPatient();

        assertThat(records(split.train())).hasSize(22);
        assertThat(records(split.test())).hasSize(22);
        Set<String> all = records(split.train());
        all.addAll(records(split.test()));
        assertThat(all).hasSize(44).doesNotContain("102", "104", "107", "217");
    }

    @Test
    void givesTheSameBeatsEveryTime() {
        Samples first = RealBeats.mitBih().testBeats();
        Samples second = MitBih.open(RealBeats.folder()).testBeats();

        for (int i = 0; i < first.size(); i++) {
            assertThat(second.get(i).id()).isEqualTo(first.get(i).id());
            assertThat(second.get(i).input()).isEqualTo(first.get(i).input());
        }
    }

    @Test
    void opensTheFolderThatHoldsTheDataSetsToo() {
        assertThat(MitBih.open(RealBeats.folder().getParent()).beats().size()).isEqualTo(109_446);
    }

    @Test
    void saysWhatToDoWhenThereIsNoData(@TempDir Path empty) {
        assertThatThrownBy(() -> MitBih.open(empty))
                .isInstanceOf(MissingDataException.class)
                .hasMessageContaining("lacks 144 of 144 files")
                .hasMessageContaining("100.hea")
                .hasMessageContaining("physionet.org")
                .hasMessageContaining("-Drobustest.data=DIR");
    }

    private static Set<String> records(Samples beats) {
        return stream(beats).map(beat -> beat.tags().get(MitBih.RECORD)).collect(Collectors.toCollection(HashSet::new));
    }

    private static Set<String> ids(Samples beats) {
        return stream(beats).map(Sample::id).collect(Collectors.toCollection(HashSet::new));
    }

    private static Stream<Sample> stream(Samples beats) {
        return StreamSupport.stream(beats.spliterator(), false);
    }
}
