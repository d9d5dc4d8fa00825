package io.mauntic.integrations;

import io.mauntic.kit.test.HouseRules;
import java.util.Set;

class ArchitectureTest extends HouseRules {

    @Override
    protected String packageUnderTest() {
        return "io.mauntic.integrations";
    }

    // What is due is claimed for all organizations at once.
    @Override
    protected Set<String> tablesOutsideThePolicies() {
        return Set.of("delivery_lane", "due_delivery");
    }
}
