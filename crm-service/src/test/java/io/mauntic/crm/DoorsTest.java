package io.mauntic.crm;

import io.mauntic.kit.test.DoorRules;

class DoorsTest extends DoorRules {}
