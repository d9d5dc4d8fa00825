package io.mauntic.identity;

import io.mauntic.kit.test.PersonalDataRules;
import io.mauntic.kit.test.WithComponents;
import io.quarkus.test.junit.QuarkusTest;

@QuarkusTest
@WithComponents
class PersonalDataTest extends PersonalDataRules {}
