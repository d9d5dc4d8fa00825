package io.mauntic.crm;

import io.mauntic.kit.test.HouseRules;
import java.util.Set;

class ArchitectureTest extends HouseRules {

    @Override
    protected String packageUnderTest() {
        return "io.mauntic.crm";
    }

    @Override
    protected Set<String> tablesOutsideThePolicies() {
        return Set.of("segment_build", "import_queue");
    }
}
