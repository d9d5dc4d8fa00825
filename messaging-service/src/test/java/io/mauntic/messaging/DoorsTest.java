package io.mauntic.messaging;

import io.mauntic.kit.test.DoorRules;

class DoorsTest extends DoorRules {}
