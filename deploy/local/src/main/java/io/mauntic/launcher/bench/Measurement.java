package io.mauntic.launcher.bench;

/** One line of a bench: what was done, what was measured, and the bar that it must meet. */
public record Measurement(String work, double value, String unit, String bar, boolean ok) {
    public static Measurement atMost(String work, double value, String unit, double bar) {
        return new Measurement(work, value, unit, "≤ " + plain(bar) + " " + unit, value <= bar);
    }

    public static Measurement atLeast(String work, double value, String unit, double bar) {
        return new Measurement(work, value, unit, "≥ " + plain(bar) + " " + unit, value >= bar);
    }

    public static Measurement exactly(String work, double value, String unit, double bar) {
        return new Measurement(work, value, unit, "= " + plain(bar) + " " + unit, value == bar);
    }

    String measured() {
        return plain(value) + " " + unit;
    }

    private static String plain(double number) {
        return number == Math.rint(number) ? "%,.0f".formatted(number) : "%,.1f".formatted(number);
    }
}
