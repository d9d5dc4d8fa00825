package io.mauntic.identity;

import io.mauntic.kit.test.DoorRules;

class DoorsTest extends DoorRules {}
