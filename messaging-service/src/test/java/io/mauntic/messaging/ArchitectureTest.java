package io.mauntic.messaging;

import io.mauntic.kit.test.HouseRules;
import java.util.Set;

class ArchitectureTest extends HouseRules {

    @Override
    protected String packageUnderTest() {
        return "io.mauntic.messaging";
    }

    @Override
    protected Set<String> tablesOutsideThePolicies() {
        return Set.of("due_delivery");
    }
}
