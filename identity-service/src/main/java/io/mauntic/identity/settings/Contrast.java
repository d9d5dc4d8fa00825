package io.mauntic.identity.settings;

/** How well one colour can be read on another, as WCAG 2.2 measures it. */
final class Contrast {

    /** From here on text of any size can be read (WCAG 2.2, 1.4.3). */
    static final double ENOUGH = 4.5;

    private static final int WHITE_RGB = 0xFFFFFF;

    private Contrast() {}

    /**
     * @param first {@code #rrggbb}; so is the second
     * @return from 1, the same, to 21, black on white
     */
    static double between(String first, String second) {
        return ratio(luminance(rgb(first)), luminance(rgb(second)));
    }

    /** Of white words on a button of that colour. */
    static double ofWhiteOn(String color) {
        return ratio(luminance(WHITE_RGB), luminance(rgb(color)));
    }

    private static double ratio(double first, double second) {
        return (Math.max(first, second) + 0.05) / (Math.min(first, second) + 0.05);
    }

    private static int rgb(String color) {
        return Integer.parseInt(color.substring(1), 16);
    }

    private static double luminance(int rgb) {
        return 0.2126 * linear(rgb >> 16 & 0xFF)
                + 0.7152 * linear(rgb >> 8 & 0xFF)
                + 0.0722 * linear(rgb & 0xFF);
    }

    private static double linear(int part) {
        double value = part / 255.0;
        return value <= 0.04045 ? value / 12.92 : Math.pow((value + 0.055) / 1.055, 2.4);
    }
}
