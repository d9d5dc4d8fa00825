/** What must happen later: rows with a due time, and loops that sleep until the next one. */
package io.mauntic.kit.timers;
