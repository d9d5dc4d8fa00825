package io.mauntic.integrations;

import io.mauntic.kit.test.DoorRules;

class DoorsTest extends DoorRules {}
