package io.mauntic.launcher.demo;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;

/** Something that a context would have told at that time. */
record PastEvent(String context, String type, long contact, Instant at, ObjectNode data) {}
