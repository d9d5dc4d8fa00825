package io.mauntic.kit;

import io.mauntic.kit.test.HouseRules;
import java.util.Set;

class ArchitectureTest extends HouseRules {

    @Override
    protected String packageUnderTest() {
        return "io.mauntic.kit";
    }

    @Override
    protected Set<String> tablesOutsideThePolicies() {
        return Set.of("outbox", "inbox", "timer", "dead_letter", "set_aside", "set_aside_retry");
    }
}
