package org.robustest.layer;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.robustest.network.Layer;
import org.robustest.samples.Shape;

class RearrangementTest {

    @Test
    void a_negative_padding_is_no_cropping() {
        assertThatThrownBy(() -> Rearrangement.zeroPadding(new int[] {-1}, new int[] {2}))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("how many values before must be at least 0 along each axis, but it was [-1]");
        assertThatThrownBy(() -> Rearrangement.cropping(new int[] {0, 1}, new int[] {2, -3}))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("how many values after must be at least 0 along each axis, but it was [2, -3]");
    }

    @Test
    void a_value_cannot_be_repeated_less_than_once() {
        assertThatThrownBy(() -> Rearrangement.upsampling(2, 0))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("how often to repeat a value must be at least 1 along each axis, but it was [2, 0]");
    }

    @Test
    void a_source_that_the_input_does_not_have_is_refused() {
        Layer layer = Rearrangement.of(Shape.of(2), new int[] {0, 4});

        assertThatThrownBy(() -> layer.place(List.of(Shape.of(2, 2))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("a rearrangement of shape [2, 2] to [2] needs 2 sources from -1 to 3, but there were 2,"
                        + " from 0 to 4");
    }
}
