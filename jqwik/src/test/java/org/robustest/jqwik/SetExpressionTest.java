package org.robustest.jqwik;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import net.jqwik.api.JqwikException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.robustest.perturbation.PerturbationSet;
import org.robustest.perturbation.Perturbations;

class SetExpressionTest {

    @Test
    void an_expression_makes_the_set_of_that_name() {
        assertThat(SetExpression.parse("linf(0.02)")).contains(Perturbations.linf(0.02));
        assertThat(SetExpression.parse("l2( 5e-1 ).within(0, 1)"))
                .contains(Perturbations.l2(0.5).within(0, 1));
        assertThat(SetExpression.parse("l1(3).within(-1, 1)"))
                .contains(Perturbations.l1(3).within(-1, 1));
        assertThat(SetExpression.parse("smooth(0.1)").map(PerturbationSet::toString))
                .contains(Perturbations.smooth(0.1).toString());
    }

    @Test
    void the_text_of_a_set_makes_that_set() {
        PerturbationSet set = Perturbations.linf(0.01).within(-2, 2);

        assertThat(SetExpression.parse(set.toString())).contains(set);
    }

    @Test
    void a_word_is_the_name_of_a_method() {
        assertThat(SetExpression.parse("noise")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "linf()",
                "linf(-1)",
                "l7(1)",
                "linf(1).within(2, 1)",
                "linf(1",
                "linf(1); drop",
                "linf(1.2.3)"
            })
    void anything_else_is_refused_with_what_may_be_written(String text) {
        assertThatThrownBy(() -> SetExpression.parse(text))
                .isInstanceOf(JqwikException.class)
                .hasMessageContaining("@Within(\"" + text + "\") is no perturbation set")
                .hasMessageContaining("write linf(0.02)");
    }
}
