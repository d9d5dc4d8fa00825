package io.mauntic.analytics;

import io.mauntic.kit.test.DoorRules;

class DoorsTest extends DoorRules {}
