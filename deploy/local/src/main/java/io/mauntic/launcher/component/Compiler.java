package io.mauntic.launcher.component;

import java.util.List;

/** How much a JVM may spend on compiling; ten of them share the machine. */
public enum Compiler {
    /** Starts fast and stays small, at a third of the speed. */
    QUICK("-XX:TieredStopAtLevel=1"),

    /**
     * Full speed for what is really hot: ten times HotSpot's own thresholds. With those, nearly
     * half of the processor time of a start goes into methods that are called at starts alone.
     */
    SPARING(
            "-XX:Tier4InvocationThreshold=50000",
            "-XX:Tier4MinInvocationThreshold=6000",
            "-XX:Tier4CompileThreshold=150000",
            "-XX:Tier4BackEdgeThreshold=400000");

    private final List<String> flags;

    Compiler(String... flags) {
        this.flags = List.of(flags);
    }

    public List<String> flags() {
        return flags;
    }
}
