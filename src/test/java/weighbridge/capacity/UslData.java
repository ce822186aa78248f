package weighbridge.capacity;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/** Published measurements, and points made of curves. */
final class UslData {
    /** What {@link UslFit} asks for. */
    record Points(double[] concurrency, double[] callsPerSecond) {
        UslCurve fit() {
            return UslFit.of(concurrency, callsPerSecond);
        }

        List<UslPoint> list() {
            return IntStream.range(0, concurrency.length)
                    .mapToObj(point -> new UslPoint(concurrency[point], callsPerSecond[point]))
                    .toList();
        }

        double squares(UslCurve curve) {
            return IntStream.range(0, concurrency.length)
                    .mapToDouble(point -> callsPerSecond[point] - curve.callsPerSecondAt(concurrency[point]))
                    .map(difference -> difference * difference)
                    .sum();
        }

        Points first(int count) {
            return new Points(Arrays.copyOf(concurrency, count), Arrays.copyOf(callsPerSecond, count));
        }
    }

    /** The Cisco benchmark of Schwartz, "Practical Scalability Analysis with the Universal Scalability Law": usl4j's test. */
    static final Points CISCO = points(
            1, 955.16, 2, 1878.91, 3, 2688.01, 4, 3548.68, 5, 4315.54, 6, 5130.43, 7, 5931.37, 8, 6531.08, 9, 7219.8,
            10, 7867.61, 11, 8278.71, 12, 8646.7, 13, 9047.84, 14, 9426.55, 15, 9645.37, 16, 9897.24, 17, 10097.6, 18,
            10240.5, 19, 10532.39, 20, 10798.52, 21, 11151.43, 22, 11518.63, 23, 11806, 24, 12089.37, 25, 12075.41, 26,
            12177.29, 27, 12211.41, 28, 12158.93, 29, 12155.27, 30, 12118.04, 31, 12140.4, 32, 12074.39);

    /** SPEC SDM91 on a SPARCcenter 2000, of Gunther, "Guerrilla Capacity Planning": specsdm91 of the R package usl. */
    static final Points SDM91 =
            points(1, 64.9, 18, 995.9, 36, 1652.4, 72, 1853.2, 108, 1828.9, 144, 1775.0, 216, 1702.2);

    /** BRL-CAD's ray tracer on an Origin 2000, of Gunther, "Guerrilla Capacity Planning": raytracer of the R package usl. */
    static final Points RAY_TRACER =
            points(1, 20, 4, 78, 8, 130, 12, 170, 16, 190, 20, 200, 24, 210, 28, 230, 32, 260, 48, 280, 64, 310);

    private UslData() {}

    /** N and X in turn. */
    static Points points(double... pairs) {
        return new Points(
                IntStream.range(0, pairs.length / 2)
                        .mapToDouble(pair -> pairs[2 * pair])
                        .toArray(),
                IntStream.range(0, pairs.length / 2)
                        .mapToDouble(pair -> pairs[2 * pair + 1])
                        .toArray());
    }

    /** What the curve carries at these. */
    static Points on(UslCurve curve, double... concurrency) {
        return new Points(
                concurrency,
                IntStream.range(0, concurrency.length)
                        .mapToDouble(point -> curve.callsPerSecondAt(concurrency[point]))
                        .toArray());
    }
}
