package io.mauntic.identity;

import io.mauntic.kit.test.HouseRules;
import java.util.Set;

class ArchitectureTest extends HouseRules {

    @Override
    protected String packageUnderTest() {
        return "io.mauntic.identity";
    }

    @Override
    protected Set<String> tablesOutsideThePolicies() {
        return Set.of("directory_task");
    }
}
