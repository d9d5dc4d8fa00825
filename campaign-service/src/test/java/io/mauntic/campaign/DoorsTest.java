package io.mauntic.campaign;

import io.mauntic.kit.test.DoorRules;

class DoorsTest extends DoorRules {}
