package io.mauntic.campaign;

import io.mauntic.kit.test.HouseRules;
import java.util.Set;

class ArchitectureTest extends HouseRules {

    @Override
    protected String packageUnderTest() {
        return "io.mauntic.campaign";
    }

    @Override
    protected Set<String> tablesOutsideThePolicies() {
        return Set.of("membership", "pending_step", "source_sync");
    }
}
