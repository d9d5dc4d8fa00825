package io.mauntic.content;

import io.mauntic.kit.test.HouseRules;
import java.util.Set;

class ArchitectureTest extends HouseRules {

    @Override
    protected String packageUnderTest() {
        return "io.mauntic.content";
    }

    // A visitor brings an alias or a site's key and nothing else: these two say whose it is.
    @Override
    protected Set<String> tablesOutsideThePolicies() {
        return Set.of("form_address", "site");
    }
}
