package io.mauntic.launcher.bench;

import java.util.Locale;

/** One line of a bench: what was done, what was measured, and the bar that it must meet. */
public record Measurement(
        String work, double value, String unit, Comparison comparison, double bar) {
    /** How the measured value must stand to the bar. */
    public enum Comparison {
        AT_MOST("≤"),
        AT_LEAST("≥"),
        EXACTLY("="),
        TOLD("");

        private final String sign;

        Comparison(String sign) {
            this.sign = sign;
        }
    }

    public static Measurement atMost(String work, double value, String unit, double bar) {
        return new Measurement(work, value, unit, Comparison.AT_MOST, bar);
    }

    public static Measurement atLeast(String work, double value, String unit, double bar) {
        return new Measurement(work, value, unit, Comparison.AT_LEAST, bar);
    }

    public static Measurement exactly(String work, double value, String unit, double bar) {
        return new Measurement(work, value, unit, Comparison.EXACTLY, bar);
    }

    /** A figure that explains others and has no bar of its own. */
    public static Measurement told(String work, double value, String unit) {
        return new Measurement(work, value, unit, Comparison.TOLD, Double.NaN);
    }

    public boolean ok() {
        return switch (comparison) {
            case AT_MOST -> value <= bar;
            case AT_LEAST -> value >= bar;
            case EXACTLY -> value == bar;
            case TOLD -> true;
        };
    }

    String measured() {
        return plain(value) + " " + unit;
    }

    String wanted() {
        return comparison == Comparison.TOLD
                ? ""
                : "%s %s %s".formatted(comparison.sign, plain(bar), unit);
    }

    private static String plain(double number) {
        return number == Math.rint(number)
                ? String.format(Locale.ROOT, "%,.0f", number)
                : String.format(Locale.ROOT, Math.abs(number) < 10 ? "%,.2f" : "%,.1f", number);
    }
}
