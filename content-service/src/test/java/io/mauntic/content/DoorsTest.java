package io.mauntic.content;

import io.mauntic.kit.test.DoorRules;

class DoorsTest extends DoorRules {}
