package org.robustest.jqwik;

import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Group;
import net.jqwik.api.Property;
import org.opentest4j.TestAbortedException;
import org.robustest.attack.Attack;
import org.robustest.classifier.Classifier;
import org.robustest.classifier.DifferentiableClassifier;
import org.robustest.layer.Dense;
import org.robustest.network.Network;
import org.robustest.perturbation.PerturbationSet;
import org.robustest.perturbation.Perturbations;
import org.robustest.samples.Sample;
import org.robustest.samples.Samples;
import org.robustest.samples.Shape;

/** Classes of properties, most of which have to fail. */
final class Fixtures {

    private Fixtures() {}

    static void require(boolean condition) {
        if (!condition) {
            throw new AssertionError("the property does not hold");
        }
    }

    @RobustnessProperties
    static class FalseProperty {

        static final List<PerturbedSample> TRIED = new ArrayList<>();

        static DifferentiableClassifier model() {
            return Alarm.model();
        }

        static Samples readings() {
            return Alarm.samples();
        }

        @Property(seed = "1", tries = 100)
        void staysCorrect(
                @ForAll @OfInputs("readings") @OfClass("quiet") @Within("linf(0.5)") PerturbedSample reading) {
            TRIED.add(reading);
            require(reading.isClassifiedCorrectlyBy(model()));
        }
    }

    @RobustnessProperties
    static class HasTwoTries {

        static DifferentiableClassifier model() {
            return Alarm.model();
        }

        static Samples readings() {
            return Alarm.samples();
        }

        @Property(seed = "1", tries = 2)
        void isNotAskedMuch(@ForAll @Within("linf(0.5)") PerturbedSample reading) {}
    }

    @RobustnessProperties
    static class ChangesOneValue {

        static final List<PerturbedSample> TRIED = new ArrayList<>();

        static Samples readings() {
            return Alarm.samples();
        }

        @Property(seed = "1", tries = 100)
        void changesTheThirdValueByLittle(@ForAll @Within("linf(0.2)") PerturbedSample reading) {
            TRIED.add(reading);
            require(Math.abs(reading.input()[2] - reading.original().input()[2]) < 0.01f);
        }
    }

    @RobustnessProperties
    static class TrueProperties {

        static final List<String> SEEN = new ArrayList<>();

        static DifferentiableClassifier model() {
            return Alarm.model();
        }

        static Samples readings() {
            return Alarm.samples();
        }

        static PerturbationSet faultyThermometer() {
            return Perturbations.linf(0.05).onChannels(0);
        }

        @Property(seed = "1", tries = 50)
        void samplesAreOfAClassAndATag(
                @ForAll @OfClass("quiet") @Tagged(name = "place", value = "roof") Sample reading,
                @ForAll int anything) {
            SEEN.add(reading.id());
            require(reading.label() == 0 && reading.tags().containsValue("roof"));
        }

        @Property(seed = "1", tries = 50)
        void aSetMayBeAMethod(@ForAll @Within("faultyThermometer") @By(Choice.STEEPEST) PerturbedSample reading) {
            ClassStatistics.collect(reading);
            require(reading.isClassifiedCorrectlyBy(model()) && reading.changed() <= 8);
        }

        @Property(seed = "1", tries = 30)
        void attacksAreAbleToAttackTheModel(@ForAll Attack attack) {
            attack.requireAbleToAttack(model());
            SEEN.add(attack.getClass().getSimpleName());
        }
    }

    @RobustnessProperties
    @OfInputs("readings")
    @OfClass("quiet")
    @Within("linf(0.01)")
    @By(Choice.CORNER)
    static class Defaults {

        static final List<PerturbedSample> TRIED = new ArrayList<>();

        private final Shape shape = Shape.of(8);

        static Samples readings() {
            return Alarm.samples();
        }

        static Samples others() {
            throw new AssertionError("nobody asks for these");
        }

        static DifferentiableClassifier model() {
            return Alarm.model();
        }

        @Property(tries = 20, edgeCases = EdgeCasesMode.NONE)
        void areThoseOfTheClass(@ForAll PerturbedSample reading) {
            TRIED.add(reading);
        }

        @Group
        class Inner {
            @Property(tries = 20, edgeCases = EdgeCasesMode.NONE)
            void areOverruledByTheParameter(
                    @ForAll @OfClass("alarm") @Within("linf(0.2)") @By(Choice.RANDOM) PerturbedSample reading) {
                require(shape.equals(reading.original().shape()));
                TRIED.add(reading);
            }
        }
    }

    @RobustnessProperties
    static class Outer {

        private final Shape shape = Shape.of(8);

        static Samples readings() {
            return Alarm.samples();
        }

        @Group
        class Inner {
            @Property(tries = 5)
            void seesTheProvidersOfTheOuterClass(@ForAll Sample reading) {
                require(shape.equals(reading.shape()));
            }
        }
    }

    @RobustnessProperties
    static class MissingData {

        static Samples readings() {
            throw new TestAbortedException("the readings are not on this machine");
        }

        @Property
        void isSkipped(@ForAll Sample reading) {
            require(false);
        }
    }

    @RobustnessProperties
    static class NoInputs {

        @Property
        void hasNoSamples(@ForAll Sample reading) {}
    }

    @RobustnessProperties
    static class TwoInputs {

        static Samples one() {
            return Alarm.samples();
        }

        static Samples other() {
            return Alarm.samples();
        }

        @Property
        void isAmbiguous(@ForAll Sample reading) {}
    }

    @RobustnessProperties
    static class OtherModel {

        static Samples readings() {
            return Alarm.samples();
        }

        static Classifier model() {
            return Network.sequential(Shape.of(2), List.of(Dense.of(new float[6], new float[3])));
        }

        @Property
        void isAboutOtherInputs(@ForAll @Within("linf(0.1)") PerturbedSample reading) {}
    }

    @RobustnessProperties
    static class NoSet {

        static Samples readings() {
            return Alarm.samples();
        }

        @Property
        void hasNoSet(@ForAll PerturbedSample reading) {}
    }

    @RobustnessProperties
    static class NoSampleLeft {

        static Samples readings() {
            return Alarm.samples();
        }

        @Property
        void hasNothingToTry(@ForAll @Tagged(name = "place", value = "moon") Sample reading) {}
    }

    @RobustnessProperties
    static class NoGradients {

        static Samples readings() {
            return Alarm.samples();
        }

        static Classifier model() {
            Classifier model = Alarm.model();
            return new Classifier() {
                @Override
                public Shape inputShape() {
                    return model.inputShape();
                }

                @Override
                public int classCount() {
                    return model.classCount();
                }

                @Override
                public void logits(float[] inputs, int count, float[] logits) {
                    model.logits(inputs, count, logits);
                }
            };
        }

        @Property
        void cannotBeGuided(@ForAll @Within("linf(0.1)") @By(Choice.ATTACK) PerturbedSample reading) {}

        @Property(tries = 100)
        void isTriedAtRandom(@ForAll @Within("linf(0.01)") PerturbedSample reading) {
            require(reading.isClassifiedCorrectlyBy(model()));
        }

        @Property(tries = 100)
        void isAttackedWithoutThem(@ForAll Attack attack) {
            attack.requireAbleToAttack(model());
        }
    }

    @RobustnessProperties
    static class ManyChannels {

        static Samples leads() {
            Samples.Builder builder = Samples.builder(Shape.of(8, 3000), List.of("normal", "ill"));
            float[] input = new float[8 * 3000];
            for (int i = 0; i < input.length; i++) {
                input[i] = (float) Math.sin(i / 100.0);
            }
            return builder.add("record/1", input, 0).build();
        }

        @Property(seed = "1")
        void fails(@ForAll @Within("linf(0.1)") PerturbedSample lead) {
            ClassStatistics.collect(lead);
            require(lead.size() < 0.01);
        }
    }
}
