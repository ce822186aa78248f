package weighbridge.render;

/** How well one colour is told from another: the contrast ratio of WCAG 2.2 (section 5, definitions). */
final class Contrast {
    private Contrast() {}

    /** From 1, the same, to 21, black on white. Each is {red, green, blue} from 0 to 255. */
    static double ratio(double[] one, double[] other) {
        double light = Math.max(luminance(one), luminance(other));
        double dark = Math.min(luminance(one), luminance(other));
        return (light + 0.05) / (dark + 0.05);
    }

    /** "Relative luminance": L = 0.2126 R + 0.7152 G + 0.0722 B, of linear parts. */
    private static double luminance(double[] color) {
        return 0.2126 * linear(color[0]) + 0.7152 * linear(color[1]) + 0.0722 * linear(color[2]);
    }

    private static double linear(double part) {
        double share = part / 255;
        return share <= 0.04045 ? share / 12.92 : Math.pow((share + 0.055) / 1.055, 2.4);
    }

    /** What is seen of a colour through which its ground is seen. @param color {red, green, blue, opacity from 0 to 1} */
    static double[] over(double[] color, double[] ground) {
        double[] seen = new double[3];
        for (int part = 0; part < seen.length; part++) {
            seen[part] = color[3] * color[part] + (1 - color[3]) * ground[part];
        }
        return seen;
    }
}
