package io.mauntic.analytics;

import io.mauntic.kit.test.HouseRules;

class ArchitectureTest extends HouseRules {

    @Override
    protected String packageUnderTest() {
        return "io.mauntic.analytics";
    }
}
