package io.mauntic.launcher.settings;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * Our own programs: the offset of their port, their heap in MB, and whether the compiler may take
 * its time. Only crm has it, which reads imports and builds segments; in all of them it would
 * occupy both cores of a small machine for minutes.
 */
public enum Service {
    GATEWAY(0, 160, false),
    IDENTITY(1, 128, false),
    CRM(2, 320, true),
    CAMPAIGN(3, 224, false),
    MESSAGING(4, 288, false),
    CONTENT(5, 128, false),
    ANALYTICS(6, 160, false),
    INTEGRATIONS(7, 160, false);

    private final int offset;
    private final int heap;
    private final boolean peakSpeed;

    Service(int offset, int heap, boolean peakSpeed) {
        this.offset = offset;
        this.heap = heap;
        this.peakSpeed = peakSpeed;
    }

    public static List<Service> contexts() {
        return Stream.of(values()).filter(service -> service != GATEWAY).toList();
    }

    public int offset() {
        return offset;
    }

    public int heap() {
        return heap;
    }

    public boolean peakSpeed() {
        return peakSpeed;
    }

    /** The context's name, which is its schema's, its roles' and its routes'. */
    public String context() {
        return name().toLowerCase(Locale.ROOT);
    }

    public String module() {
        return this == GATEWAY ? "gateway" : context() + "-service";
    }
}
