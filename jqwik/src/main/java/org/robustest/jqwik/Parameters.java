package org.robustest.jqwik;

import java.lang.annotation.Annotation;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import net.jqwik.api.JqwikException;
import net.jqwik.api.providers.TypeUsage;
import org.robustest.classifier.Classifier;
import org.robustest.perturbation.PerturbationSet;
import org.robustest.samples.Samples;

/** What the annotations of parameters ask of a class of properties. */
record Parameters(Class<?> testClass) {

    private <A extends Annotation> Optional<A> asked(TypeUsage type, Class<A> annotation) {
        return asked(type.findAnnotation(annotation), annotation);
    }

    /** Returns what is asked of a parameter: by itself, or else by the nearest of the classes around it. */
    private <A extends Annotation> Optional<A> asked(Optional<A> ofParameter, Class<A> annotation) {
        return ofParameter.or(() -> Surroundings.of(testClass).stream()
                .flatMap(each -> Arrays.stream(each.getDeclaredAnnotationsByType(annotation)))
                .findFirst());
    }

    Samples samples(TypeUsage type) {
        Samples all = allSamples(type.findAnnotation(OfInputs.class));
        Samples some = ofClasses(all, asked(type, OfClass.class));
        Samples tagged = asked(type, Tagged.class)
                .map(tag -> {
                    Set<String> values = Set.of(tag.value());
                    return some.where(sample -> values.contains(sample.tags().getOrDefault(tag.name(), "")));
                })
                .orElse(some);
        if (tagged.size() == 0) {
            throw new JqwikException("there is no sample for a parameter of " + testClass.getName() + ": none of " + all
                    + " has what is asked for by " + restrictions(type) + "; a property of nothing proves nothing");
        }
        return tagged;
    }

    private List<?> restrictions(TypeUsage type) {
        return Stream.of(asked(type, OfClass.class), asked(type, Tagged.class))
                .flatMap(Optional::stream)
                .toList();
    }

    Samples allSamples(Optional<OfInputs> ofParameter) {
        Optional<OfInputs> asked = asked(ofParameter, OfInputs.class);
        Provided<Samples> provided = Provided.by(testClass, Samples.class);
        if (asked.filter(each -> each.from().length > 0).isPresent()) {
            return provided.from(asked.get().from()[0]);
        }
        return asked.map(OfInputs::value)
                .filter(name -> !name.isEmpty())
                .map(provided::named)
                .or(() -> provided.only(OfInputs.class.getSimpleName()))
                .orElseThrow(() -> new JqwikException("a parameter of " + testClass.getName()
                        + " needs samples, but the class provides none; add: static Samples ...() { ... }, or name a"
                        + " class by @OfInputs(from = ...)"));
    }

    private static Samples ofClasses(Samples samples, Optional<OfClass> asked) {
        return asked.map(each -> {
                    List<Integer> labels =
                            Arrays.stream(each.value()).map(samples::label).toList();
                    return samples.where(sample -> labels.contains(sample.label()));
                })
                .orElse(samples);
    }

    Optional<Classifier> model(Optional<OfModel> ofParameter) {
        Optional<OfModel> asked = asked(ofParameter, OfModel.class);
        Provided<Classifier> provided = Provided.by(testClass, Classifier.class);
        if (asked.filter(each -> each.from().length > 0).isPresent()) {
            return Optional.of(provided.from(asked.get().from()[0]));
        }
        return asked.map(OfModel::value)
                .filter(name -> !name.isEmpty())
                .map(provided::named)
                .or(() -> provided.only(OfModel.class.getSimpleName()));
    }

    Subject subject(TypeUsage type) {
        Samples samples = samples(type);
        Within within = asked(type, Within.class)
                .orElseThrow(
                        () -> new JqwikException(
                                "a parameter of type PerturbedSample of " + testClass.getName()
                                        + " has no perturbation set; add, for example, @Within(\"linf(0.02)\"), to the parameter or to the class"));
        PerturbationSet set = SetExpression.parse(within.value())
                .orElseGet(() -> Provided.by(testClass, PerturbationSet.class).named(within.value()));
        return new Subject(
                samples,
                set.range().isBounded() ? set : set.within(samples.range()),
                model(type.findAnnotation(OfModel.class)));
    }

    List<Choice> choices(TypeUsage type, Subject subject) {
        boolean hasGradients = subject.guide().isPresent();
        Optional<By> asked = asked(type, By.class);
        List<Choice> choices =
                asked.map(each -> List.of(each.value())).orElse(hasGradients ? Choice.GUIDED : Choice.UNGUIDED);
        if (choices.isEmpty()) {
            throw new JqwikException(
                    "@By of a parameter of " + testClass.getName() + " names no choice; name one, or leave it out");
        }
        if (!hasGradients && choices.stream().anyMatch(Choice::needsGradients)) {
            throw new JqwikException("perturbations chosen by " + choices + " need a model with gradients, which "
                    + testClass.getName() + " does not provide; add: static DifferentiableClassifier ...() { ... }, or"
                    + " choose by RANDOM and CORNER");
        }
        return choices;
    }
}
