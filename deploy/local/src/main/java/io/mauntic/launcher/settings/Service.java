package io.mauntic.launcher.settings;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** Our own programs: the offset of their port, and their heap in MB. */
public enum Service {
    GATEWAY(0, 160),
    IDENTITY(1, 128),
    CRM(2, 320),
    CAMPAIGN(3, 224),
    MESSAGING(4, 288),
    CONTENT(5, 128),
    ANALYTICS(6, 160),
    INTEGRATIONS(7, 160);

    private final int offset;
    private final int heap;

    Service(int offset, int heap) {
        this.offset = offset;
        this.heap = heap;
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

    /** The context's name, which is its schema's, its roles' and its routes'. */
    public String context() {
        return name().toLowerCase(Locale.ROOT);
    }

    public String module() {
        return this == GATEWAY ? "gateway" : context() + "-service";
    }
}
