package io.mauntic.messaging.template;

/**
 * What one rendering may use up. Checked where Liquid repeats or grows (filters and blocks) on the
 * rendering thread itself: liqp's own time limit starts a thread a rendering and leaves it running
 * when the time is over.
 */
final class RenderBudget {

    static final int MAX_CHARACTERS = 2_000_000;
    static final int MAX_ITERATIONS = 10_000;
    private static final long MAX_NANOS = 1_000_000_000L;
    private static final int LARGEST_NUMBER_DIGITS = 30;

    private static final ScopedValue<Long> DEADLINE = ScopedValue.newInstance();

    private RenderBudget() {}

    static <T> T spend(ScopedValue.CallableOp<T, RuntimeException> rendering) {
        return ScopedValue.where(DEADLINE, System.nanoTime() + MAX_NANOS).call(rendering);
    }

    static void checkTime() {
        if (DEADLINE.isBound() && System.nanoTime() - DEADLINE.get() > 0) {
            throw new BrokenTemplate(0, "This text takes too long to put together.");
        }
    }

    static void checkSize(long characters) {
        if (characters > MAX_CHARACTERS) {
            throw new BrokenTemplate(0, "This text becomes too long.");
        }
    }

    static Object checked(Object value) {
        switch (value) {
            case CharSequence text -> checkSize(text.length());
            case Object[] list -> checkSize(list.length);
            case Number number when number.toString().length() > LARGEST_NUMBER_DIGITS ->
                    throw new BrokenTemplate(0, "A number in this text becomes too large.");
            case null, default -> {}
        }
        return value;
    }
}
