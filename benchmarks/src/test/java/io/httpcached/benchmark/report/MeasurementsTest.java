package io.httpcached.benchmark.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class MeasurementsTest {

    private static final Subject ONE = new Subject.Hit(1);
    private static final Subject OTHER = new Subject.Hit(2);

    private final Measurements measurements = new Measurements();

    @Test
    void returnsMediansOfTimesAndBytes() {
        add(ONE, 30, 10, 20);
        assertThat(measurements.time(ONE)).isEqualTo(20);
        assertThat(measurements.elapsed(ONE)).isEqualTo(21);
        assertThat(measurements.bytes(ONE)).isEqualTo(2_000);
        assertThat(measurements.times(ONE).getMin()).isEqualTo(10);
        assertThat(measurements.times(ONE).getMax()).isEqualTo(30);
    }

    @Test
    void medianOfAnEvenNumberIsTheMeanOfTheMiddleTwo() {
        add(ONE, 10, 40, 20, 30);
        assertThat(measurements.time(ONE)).isEqualTo(25);
    }

    /** The ratio of the medians would be 2, because of a round that was slow for both subjects. */
    @Test
    void ratioIsTheMedianOfTheRatiosOfTheRounds() {
        add(ONE, 10, 110, 20);
        add(OTHER, 10, 100, 10);
        assertThat(measurements.ratio(ONE, OTHER)).isEqualTo(1.1);
        assertThat(measurements.difference(ONE, OTHER)).isEqualTo(10);
    }

    @Test
    void rejectsSubjectsWithoutMeasurements() {
        assertThatThrownBy(() -> measurements.time(ONE)).hasMessage("Not measured: Hit[entries=1]");
    }

    private void add(Subject subject, double... times) {
        for (double time : times) {
            measurements.add(subject, new Sample(time, time + 1, time * 100));
        }
    }
}
