package io.mauntic.campaign;

import io.mauntic.kit.test.LockRules;
import io.mauntic.kit.test.WithComponents;
import io.quarkus.test.junit.QuarkusTest;

@QuarkusTest
@WithComponents
class LocksTest extends LockRules {}
