package io.mauntic.analytics;

import io.mauntic.kit.test.ErasureRules;
import io.mauntic.kit.test.WithComponents;
import io.quarkus.test.junit.QuarkusTest;

@QuarkusTest
@WithComponents
class ErasureTest extends ErasureRules {}
