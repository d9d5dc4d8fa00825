package io.mauntic.messaging;

import io.mauntic.kit.test.LockRules;
import io.mauntic.kit.test.WithComponents;
import io.quarkus.test.junit.QuarkusTest;

@QuarkusTest
@WithComponents
class LocksTest extends LockRules {}
