package io.mauntic.launcher.component;

import java.util.List;

/** How much a JVM may spend on compiling; ten of them share the machine. */
public enum Compiler {
    /** Starts fast and stays small, at a third of the speed. */
    QUICK("-XX:TieredStopAtLevel=1"),

    /**
     * Full speed for what is really hot: three times HotSpot's own thresholds. With those, half of
     * the processor time of a first import went into compiling.
     */
    SPARING(
            "-XX:Tier4InvocationThreshold=15000",
            "-XX:Tier4MinInvocationThreshold=3000",
            "-XX:Tier4CompileThreshold=45000",
            "-XX:Tier4BackEdgeThreshold=160000");

    private final List<String> flags;

    Compiler(String... flags) {
        this.flags = List.of(flags);
    }

    public List<String> flags() {
        return flags;
    }
}
